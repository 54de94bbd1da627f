//! Help in one language. The texts of the arguments are written in both, with ` · ` between them.

use crate::arguments::Lang;
use clap::builder::StyledStr;
use clap::{Arg, Command, ValueEnum};
use std::ffi::OsString;

/// What clap says by itself.
const OWN: [(&str, &str); 3] = [
    ("Print help", "In trợ giúp"),
    ("Print version", "In phiên bản"),
    ("Print this message", "In trợ giúp của chương trình hoặc của một lệnh"),
];

const TEMPLATE: &str = "{before-help}{about-with-newline}\nCách dùng: {usage}\n\n{all-args}{after-help}";

/// The language that the arguments ask for, found before they are read, since help and version end the reading.
pub(crate) fn language(arguments: &[OsString]) -> Lang {
    let mut lang = Lang::Both;
    let mut arguments = arguments.iter().filter_map(|argument| argument.to_str());
    while let Some(argument) = arguments.next() {
        let value = match argument {
            "--" => break,
            "--lang" => arguments.next(),
            _ => argument.strip_prefix("--lang="),
        };
        lang = value.and_then(|value| Lang::from_str(value, false).ok()).unwrap_or(lang);
    }
    lang
}

/// The command with its help in a language.
pub(crate) fn in_language(mut command: Command, lang: Lang) -> Command {
    if lang == Lang::Both {
        return command;
    }
    // Built, it has the arguments and the texts that clap adds by itself.
    command.build();
    said(command, lang)
}

fn said(mut command: Command, lang: Lang) -> Command {
    if let Some(about) = command.get_about().map(|about| one(about, lang)) {
        command = command.about(about);
    }
    if lang == Lang::Vi {
        command = command.help_template(TEMPLATE).subcommand_help_heading("Lệnh").subcommand_value_name("LỆNH");
    }
    command.mut_args(|arg| argument(arg, lang)).mut_subcommands(|command| said(command, lang))
}

fn argument(mut arg: Arg, lang: Lang) -> Arg {
    let mut help = arg.get_help().map(|help| one(help, lang)).unwrap_or_default();
    if arg.get_action().takes_values() {
        // The values of a closed set have words in both languages too, which clap would list.
        let default: Vec<_> = arg.get_default_values().iter().map(|value| value.display().to_string()).collect();
        let values: Vec<_> = arg.get_possible_values().iter().map(|value| value.get_name().to_owned()).collect();
        let names = if lang == Lang::Vi { ["mặc định", "một trong"] } else { ["default", "one of"] };
        for (name, values) in names.into_iter().zip([default, values]).filter(|(_, values)| !values.is_empty()) {
            help = format!("{help} [{name}: {}]", values.join(", "));
        }
        arg = arg.hide_default_value(true).hide_possible_values(true);
    }
    if lang == Lang::Vi {
        arg = if arg.is_positional() { arg.help_heading("Đối số") } else { arg.help_heading("Tùy chọn") };
    }
    arg.long_help(help.clone()).help(help)
}

/// A text of both languages in one.
fn one(text: &StyledStr, lang: Lang) -> String {
    let text = text.to_string();
    let own = OWN.iter().find(|(en, _)| text.starts_with(en)).map(|(_, vi)| *vi);
    match (lang, own, text.split_once(" · ")) {
        (Lang::Vi, Some(vi), _) => vi.to_owned(),
        (Lang::Vi, None, Some((vi, _))) => vi.to_owned(),
        (Lang::En, None, Some((_, en))) => en.to_owned(),
        _ => text,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::arguments::Arguments;
    use clap::CommandFactory;

    /// The long and the short help of every command.
    fn all(lang: Lang) -> String {
        let mut command = in_language(Arguments::command(), lang);
        command.build();
        let mut text = command.render_long_help().to_string();
        for command in command.get_subcommands_mut() {
            text.push_str(&command.render_help().to_string());
            text.push_str(&command.render_long_help().to_string());
        }
        text
    }

    #[test]
    fn help_is_in_one_language() {
        let (vi, en, both) = (all(Lang::Vi), all(Lang::En), all(Lang::Both));
        for (vietnamese, english) in [
            ("Kiểm tra bộ quy tắc", "check a rulebook"),
            ("Tệp quy tắc (tệp gốc đứng trước)", "rulebook files (the root first)"),
            ("In trợ giúp", "Print help"),
            ("Cách dùng:", "Usage:"),
            ("Tùy chọn:", "Options:"),
            ("[mặc định: both] [một trong: vi, en, both]", "[default: both] [one of: vi, en, both]"),
        ] {
            assert!(vi.contains(vietnamese), "{vietnamese} in {vi}");
            assert!(!vi.contains(english), "{english} in {vi}");
            assert!(!en.contains(vietnamese), "{vietnamese} in {en}");
            assert!(en.contains(english), "{english} in {en}");
        }
        // Every text has both languages, else it would be shown to those who do not read it.
        assert!(!vi.contains(" · ") && !en.contains(" · "));
        assert!(both.contains("Kiểm tra bộ quy tắc, báo mọi lỗi một lượt · check a rulebook"));
    }

    #[test]
    fn the_language_is_found_before_the_arguments_are_read() {
        let lang = |line: &str| language(&line.split(' ').map(OsString::from).collect::<Vec<_>>());
        assert_eq!(lang("namro --help --lang vi"), Lang::Vi);
        assert_eq!(lang("namro --lang=en lint --help"), Lang::En);
        assert_eq!(lang("namro --lang xx"), Lang::Both);
        assert_eq!(lang("namro lint -- --lang vi"), Lang::Both);
    }
}
