//! Forms of the one-stop desk on paper: one self-contained page.

use crate::base::source::Source;
use crate::base::text::{Language, Text, inert};
use crate::letter::{Letter, LetterField, LetterTable, Paper};
use crate::rule::Severity;
use maud::{DOCTYPE, Markup, PreEscaped, html};

const STYLE: &str = include_str!("letter.css");

impl Letter {
    /// The form as a printable page in one language. Remarks appear above the sheet and are not printed; a blank field
    /// is a line to be filled in by hand.
    pub fn html(&self, language: Language) -> String {
        let t = |text: &Text| text.get(language).to_owned();
        let tt = |vi: &'static str, en: &'static str| if language == Language::Vi { vi } else { en };
        let page = html! {
            (DOCTYPE)
            html lang=(language.tag()) {
                head {
                    meta charset="utf-8";
                    meta name="viewport" content="width=device-width, initial-scale=1";
                    title { (t(&self.title)) }
                    style { "@page { size: " (size(self.paper)) "; margin: 12mm 14mm; }" (PreEscaped(STYLE)) }
                }
                body {
                    @if !self.remarks.is_empty() {
                        ul.breach role="alert" {
                            @for remark in &self.remarks {
                                li {
                                    b { (if remark.severity == Severity::Error { "■ " } else { "▲ " }) (t(&remark.text)) }
                                    @if let Some(remedy) = &remark.remedy { p { (t(remedy)) } }
                                }
                            }
                        }
                    }
                    main class={ "sheet " (self.paper.as_str()) } {
                        @if let Some(number) = &self.number { p.number { (tt("Mẫu số ", "Letter ")) (number) } }
                        header.head {
                            div.agency { @if let Some(agency) = &self.agency { (t(agency)) } }
                            div.motto {
                                b { "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" }
                                b { "Độc lập - Tự do - Hạnh phúc" }
                            }
                        }
                        p.day { (t(&self.day)) }
                        h1 { (t(&self.title)) }
                        dl.fields { @for field in &self.fields { (self.field(field, language)) } }
                        @if let Some(table) = &self.table { (grid(table, language)) }
                        @if let Some(note) = &self.note { p.note { (t(note)) } }
                        @if !self.signed_by.is_empty() {
                            div.signatures {
                                @for signer in &self.signed_by {
                                    div { b { (t(signer)) } span { (tt("(Ký và ghi rõ họ tên)", "(signature and full name)")) } }
                                }
                            }
                        }
                        @if !self.source.is_empty() {
                            p.source { (tt("Căn cứ: ", "Basis: ")) (self.source.iter().map(cite).collect::<Vec<_>>().join("; ")) }
                        }
                    }
                }
            }
        };
        inert(page.into_string())
    }

    fn field(&self, field: &LetterField, language: Language) -> Markup {
        let blank = self.blank.contains(&field.id);
        let hint = if language == Language::Vi { "chưa có" } else { "not known yet" };
        let lines: Vec<&str> = field.lines.iter().map(|line| line.get(language)).collect();
        html! {
            dt { (field.title.get(language)) }
            @match lines.as_slice() {
                [] if blank => dd.needed data-blank=(hint) {},
                [] => dd {},
                [one] => dd { (one) },
                many => dd.many { ul { @for (index, line) in many.iter().enumerate() { li { (index + 1) ". " (line) } } } },
            }
        }
    }
}

fn grid(table: &LetterTable, language: Language) -> Markup {
    html! {
        div.scroll {
            table {
                thead { tr { @for title in &table.titles { th scope="col" { (title.get(language)) } } } }
                tbody {
                    @for row in &table.rows {
                        tr { @for cell in row { td { @if let Some(text) = cell { (text.get(language)) } } } }
                    }
                }
            }
        }
    }
}

fn cite(source: &Source) -> String {
    match &source.article {
        Some(article) => format!("{}, {}", source.text, article),
        None => source.text.clone(),
    }
}

const fn size(paper: Paper) -> &'static str {
    match paper {
        Paper::A4 => "A4",
        Paper::A5 => "A5 landscape",
        Paper::A4Wide => "A4 landscape",
    }
}

#[cfg(all(test, feature = "yaml", feature = "rulebooks-vn"))]
#[path = "tests/letter.rs"]
mod tests;
