//! Memory that each frame needs anew.
//!
//! A frame with many highlights fills and frees some megabytes of shapes and meshes. The allocator of glibc hands freed memory
//! at the end of its heap back to the system as soon as there is more than twice its largest mapped piece so far, at first
//! 128 kB; then each frame gets its pages anew, zeroed one by one, which takes longer than drawing. It learns from what is freed.

/// How large a piece the allocator is shown, in bytes: it keeps twice as much then.
const SHOWN: usize = 8 << 20;

/// Makes the allocator keep what a frame frees for the next one. Costs no memory by itself: the piece is never touched.
pub fn keep_freed_memory() {
    if cfg!(target_env = "gnu") {
        drop(std::hint::black_box(Vec::<u8>::with_capacity(SHOWN)));
    }
}
