//! Which characters are visible, and how much of a long value is shown.

use super::Text;

/// Whether a text has nothing visible: it is empty, or holds only spaces, control characters and zero-width characters.
/// Such a text counts as not filled in.
#[inline]
pub(crate) fn is_blank(text: &str) -> bool {
    // Most texts begin with a visible character.
    let seen = text.as_bytes().first().is_some_and(u8::is_ascii_graphic);
    !seen && text.chars().all(|char| char.is_whitespace() || char.is_control() || is_invisible(char))
}

/// Whether a character is invisible (Unicode: `Default_Ignorable_Code_Point`, and the blank Braille pattern).
pub(crate) const fn is_invisible(char: char) -> bool {
    matches!(char,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}'..='\u{1160}' | '\u{17b4}'..='\u{17b5}' | '\u{180b}'..='\u{180f}'
        | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{2800}' | '\u{3164}'
        | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{ffa0}' | '\u{fff0}'..='\u{fff8}' | '\u{1bca0}'..='\u{1bca3}'
        | '\u{1d173}'..='\u{1d17a}' | '\u{e0000}'..='\u{e0fff}')
}

/// A text with its invisible characters written as escapes such as `\u{200b}`.
pub(crate) fn visible(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for char in text.chars() {
        if char != ' ' && (char.is_whitespace() || char.is_control() || is_invisible(char)) {
            out.extend(char.escape_default());
        } else {
            out.push(char);
        }
    }
    out
}

/// A finished page or drawing (HTML, SVG) with escapes such as `\u{202e}` for characters in its data that a browser or a
/// reader would obey and not show: control characters, which XML forbids as well, and those that turn the direction of
/// writing, so that a name could be read backwards. Tabs and line ends stay.
pub(crate) fn inert(page: String) -> String {
    let obeyed = |char: char| {
        let written = matches!(char, '\t' | '\n' | '\r');
        let turns =
            matches!(char, '\u{61c}' | '\u{200e}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
        char.is_control() && !written || turns || matches!(char, '\u{2028}'..='\u{2029}' | '\u{fffe}'..='\u{ffff}')
    };
    if !page.contains(obeyed) {
        return page;
    }
    let mut out = String::with_capacity(page.len());
    for char in page.chars() {
        match obeyed(char) {
            true => out.extend(char.escape_unicode()),
            false => out.push(char),
        }
    }
    out
}

/// A value as a message quotes it: with escapes for characters that a terminal would obey or that nobody would see, and
/// cut if it is long, which it says.
pub(crate) fn quoted(value: &str, most: usize) -> Text {
    match value.char_indices().nth(most).and_then(|(end, _)| value.get(..end)) {
        None => Text::same(visible(value)),
        Some(start) => {
            let (start, length) = (visible(start), value.chars().count());
            let cut = |words: &str| format!("{start}… ({words} {length})");
            Text::new(cut("đã cắt bớt, số ký tự:"), cut("cut, characters:"))
        }
    }
}
