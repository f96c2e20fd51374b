//! The style of egui's widgets in both themes, made from the tokens.
//!
//! Things are parted by space first, by a hairline second, by a surface third. What has the focus wears a ring in
//! the accent. Nothing moves; what fades does so within 120 ms.

use egui::cache::CacheStorage;
use egui::style::{ScrollAnimation, ScrollStyle, Selection, WidgetVisuals, Widgets};
use egui::{
    Color32, Context, CornerRadius, FontFamily, FontId, Margin, Shadow, Stroke, Style, TextStyle, Theme, ThemePreference, Visuals, vec2,
};

use super::tokens::{DARK, LIGHT};
use super::{Tokens, fonts, size, space};
use crate::platform::Typeface;

/// Seconds that a fade takes.
const FADE_S: f32 = 0.1;

/// Which theme a person chose.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub enum Choice {
    /// The one of the system.
    #[default]
    System,
    /// Light, whatever the system does.
    Light,
    /// Dark, whatever the system does.
    Dark,
}

/// Gives a window its faces and styles. To be called once at the start.
pub fn install(ctx: &Context) {
    set_typefaces(ctx, None, None);
    ctx.set_style_of(Theme::Light, style(&LIGHT, Visuals::light()));
    ctx.set_style_of(Theme::Dark, style(&DARK, Visuals::dark()));
}

/// Sets a window in other typefaces than the built-in ones, where there are any.
pub fn set_typefaces(ctx: &Context, reading: Option<&Typeface>, interface: Option<&Typeface>) {
    ctx.set_fonts(fonts::definitions(reading, interface));
    // What was measured in the faces before is of no use any more.
    ctx.memory_mut(|memory| memory.caches = CacheStorage::default());
}

/// Gives a window its faces and styles and shows the chosen theme. Cheap enough to be called on every change of the
/// choice, not on every frame.
pub fn apply(ctx: &Context, choice: Choice) {
    install(ctx);
    choose(ctx, choice);
}

/// Shows the chosen theme.
pub fn choose(ctx: &Context, choice: Choice) {
    ctx.set_theme(match choice {
        Choice::System => ThemePreference::System,
        Choice::Light => ThemePreference::Light,
        Choice::Dark => ThemePreference::Dark,
    });
}

/// The text style of headings in small capitals: `ARTICLES`.
pub fn caps() -> TextStyle {
    TextStyle::Name("caps".into())
}

/// The text style of what is current or named: semibold, in the size of the interface.
pub fn strong() -> TextStyle {
    TextStyle::Name("strong".into())
}

/// The text style of an article's title over its text.
pub fn title() -> TextStyle {
    TextStyle::Name("title".into())
}

/// The text style of an article's words in panels and lists.
pub fn quote() -> TextStyle {
    TextStyle::Name("quote".into())
}

fn style(tokens: &Tokens, base: Visuals) -> Style {
    let mut style = Style { visuals: visuals(tokens, base), animation_time: FADE_S, ..Style::default() };
    style.text_styles = [
        (TextStyle::Small, fonts::sans(size::SECONDARY)),
        (TextStyle::Body, fonts::sans(size::INTERFACE)),
        (TextStyle::Button, fonts::sans(size::INTERFACE)),
        (TextStyle::Heading, fonts::semibold(15.0)),
        (TextStyle::Monospace, FontId::new(size::SECONDARY, FontFamily::Monospace)),
        (caps(), fonts::semibold(size::CAPS)),
        (strong(), fonts::semibold(size::INTERFACE)),
        (title(), fonts::serif_bold(size::TITLE)),
        (quote(), fonts::serif(15.0)),
    ]
    .into();
    let spacing = &mut style.spacing;
    spacing.item_spacing = vec2(space::SMALL, space::SMALL);
    spacing.button_padding = vec2(space::MEDIUM, 5.0);
    spacing.window_margin = Margin::same(space::LARGE as i8);
    spacing.menu_margin = Margin::same(space::TINY as i8 + 2);
    spacing.indent = space::LARGE;
    spacing.interact_size = vec2(28.0, 26.0);
    spacing.icon_width = 16.0;
    spacing.icon_width_inner = 9.0;
    spacing.icon_spacing = 6.0;
    spacing.combo_width = 120.0;
    spacing.text_edit_width = 280.0;
    spacing.scroll = ScrollStyle { bar_width: 8.0, floating_width: 4.0, ..ScrollStyle::floating() };
    spacing.scroll.fade.strength = 0.0;
    style.scroll_animation = ScrollAnimation::none();
    style.interaction.selectable_labels = false;
    style.interaction.tooltip_delay = 0.4;
    style.url_in_tooltip = true;
    style
}

fn visuals(tokens: &Tokens, base: Visuals) -> Visuals {
    let hairline = Stroke::new(size::HAIRLINE, tokens.line);
    let float = |blur, down| Shadow { offset: [0, down], blur, spread: 0, color: tokens.shadow };
    Visuals {
        dark_mode: tokens.dark,
        override_text_color: None,
        weak_text_color: Some(tokens.dim),
        widgets: widgets(tokens),
        selection: Selection { bg_fill: tokens.selection, stroke: Stroke::new(size::FOCUS_RING, tokens.accent) },
        hyperlink_color: tokens.accent,
        faint_bg_color: tokens.hover,
        extreme_bg_color: tokens.page,
        text_edit_bg_color: Some(tokens.page),
        code_bg_color: tokens.page,
        warn_fg_color: tokens.verdict(Some(crate::model::Verdict::Disputed)).text,
        error_fg_color: tokens.verdict(Some(crate::model::Verdict::Erroneous)).text,
        window_corner_radius: CornerRadius::same(size::CARD_RADIUS),
        window_shadow: float(24, 8),
        window_fill: tokens.surface,
        window_stroke: hairline,
        window_highlight_topmost: false,
        menu_corner_radius: CornerRadius::same(size::CARD_RADIUS),
        panel_fill: tokens.surface,
        popup_shadow: float(16, 4),
        indent_has_left_vline: false,
        striped: false,
        slider_trailing_fill: true,
        interact_cursor: None,
        ..base
    }
}

fn widgets(tokens: &Tokens) -> Widgets {
    let state = |fill: Color32, border: Stroke, text: Color32| WidgetVisuals {
        bg_fill: fill,
        weak_bg_fill: fill,
        bg_stroke: border,
        corner_radius: CornerRadius::same(size::RADIUS),
        fg_stroke: Stroke::new(size::FOCUS_RING, text),
        expansion: 0.0,
    };
    let hairline = Stroke::new(size::HAIRLINE, tokens.line);
    let outline = Stroke::new(size::HAIRLINE, tokens.outline);
    let ring = Stroke::new(size::FOCUS_RING, tokens.accent);
    let over = |tint: Color32| tokens.surface.blend(tint);
    Widgets {
        noninteractive: WidgetVisuals {
            fg_stroke: Stroke::new(size::HAIRLINE, tokens.text),
            ..state(tokens.surface, hairline, tokens.text)
        },
        inactive: state(tokens.surface, outline, tokens.text),
        hovered: state(over(tokens.hover), outline, tokens.text),
        active: state(over(tokens.pressed), ring, tokens.text),
        open: state(over(tokens.hover), outline, tokens.text),
    }
}
