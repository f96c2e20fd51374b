//! Where the page is scrolled to: anchored to the text, never to a distance from its start.
//!
//! The place is a byte and the height on the screen at which that byte's row has its top. Which blocks are in view
//! follows by laying out from there upwards and downwards until the screen is full. So nothing needs the height of what
//! is not seen, no estimate can be wrong, a jump is exact, and another size, width or theme leaves the row where it is.
//! What it costs depends on the height of the screen alone.

/// The place on the page.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Anchor {
    /// A byte.
    pub(super) byte: usize,
    /// How far below the top of the view the top of its row is, in points; may be negative.
    pub(super) y: f32,
}

/// Blocks one under the other, measured when asked.
pub(super) trait Stack {
    /// How many there are; at least one.
    fn len(&self) -> usize;
    /// The block of a byte.
    fn at(&self, byte: usize) -> usize;
    /// How high a block is.
    fn height(&mut self, block: usize) -> f32;
    /// How far below the top of its block the row of a byte starts.
    fn row_top(&mut self, block: usize, byte: usize) -> f32;
    /// The first byte of the first row that reaches below a height within the block.
    fn first_row_below(&mut self, block: usize, y: f32) -> Option<usize>;
}

/// A block and how far below the top of the view its top is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Placed {
    /// The block.
    pub(super) block: usize,
    /// In points; may be negative.
    pub(super) top: f32,
}

/// The blocks that are in a view of a height, in order, and those within `overscan` points over and under it.
///
/// The page never shows more than its start and its end: an anchor that asks for it is moved.
pub(super) fn place(stack: &mut impl Stack, anchor: Anchor, height: f32, overscan: f32) -> Vec<Placed> {
    let block = stack.at(anchor.byte);
    let mut first = Placed { block, top: anchor.y - stack.row_top(block, anchor.byte) };
    let mut found = Vec::new();
    // The second round is for a page that ended too high; there is never a third.
    for _ in 0..2 {
        first = up(stack, first, -overscan);
        if first.block == 0 && first.top > 0.0 {
            first.top = 0.0;
        }
        let bottom = down(stack, first, height + overscan, &mut found);
        let ends = found.last().is_some_and(|last| last.block + 1 == stack.len());
        let spare = height - bottom;
        if !ends || spare <= 0.0 || (first.block == 0 && first.top >= 0.0) {
            break;
        }
        first.top += spare;
    }
    found.retain(|placed| placed.top < height + overscan && placed.top + stack.height(placed.block) > -overscan);
    found
}

/// Goes up from a block until a height is reached.
fn up(stack: &mut impl Stack, from: Placed, to: f32) -> Placed {
    let mut first = from;
    while first.top > to && first.block > 0 {
        first.block -= 1;
        first.top -= stack.height(first.block);
    }
    first
}

/// Collects the blocks from one on until a height is passed; returns where the last one ends.
fn down(stack: &mut impl Stack, from: Placed, to: f32, found: &mut Vec<Placed>) -> f32 {
    found.clear();
    let mut top = from.top;
    for block in from.block..stack.len() {
        found.push(Placed { block, top });
        top += stack.height(block);
        if top >= to {
            break;
        }
    }
    top
}

/// The anchor that holds the page where it was placed: its first row that is in view.
pub(super) fn hold(stack: &mut impl Stack, placed: &[Placed]) -> Option<Anchor> {
    placed.iter().find_map(|placed| {
        let byte = stack.first_row_below(placed.block, -placed.top)?;
        Some(Anchor { byte, y: placed.top + stack.row_top(placed.block, byte) })
    })
}
