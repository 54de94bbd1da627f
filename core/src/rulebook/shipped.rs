//! The rulebooks shipped with the library: compiled in (feature `rulebooks-vn`), or read by the host.

use std::borrow::Cow;
use std::sync::OnceLock;

/// Reads the text of a shipped rulebook by its identifier.
type Library = fn(&str) -> Option<String>;

static LIBRARY: OnceLock<Library> = OnceLock::new();

/// Says how the host reads the shipped rulebooks that are not compiled in, such as from files beside a module that
/// should stay small. The first call counts.
pub fn read_from(library: Library) {
    let _ = LIBRARY.set(library);
}

/// The text of a shipped rulebook.
pub fn text(id: &str) -> Option<Cow<'static, str>> {
    let read = || LIBRARY.get()?(id).map(Cow::Owned);
    compiled_in(id).map(Cow::Borrowed).or_else(read)
}

/// The identifiers of the shipped rulebooks that can be read here.
pub fn ids() -> Vec<&'static str> {
    IDS.iter().copied().filter(|id| text(id).is_some()).collect()
}

macro_rules! shipped {
    ($($id:literal => $file:literal,)*) => {
        const IDS: &[&str] = &[$($id),*];

        #[cfg(feature = "rulebooks-vn")]
        fn compiled_in(id: &str) -> Option<&'static str> {
            match id {
                $($id => Some(include_str!(concat!("../../rulebooks/", $file))),)*
                _ => None,
            }
        }
    };
}

shipped! {
    "vn.calendar" => "vn-calendar.yaml",
    "vn.documents" => "vn-documents.yaml",
    "vn.forms" => "vn-forms.yaml",
    "vn.ha-noi.demo" => "ha-noi-demo.yaml",
    "vn.indicators" => "vn-indicators.yaml",
    "vn.policies" => "vn-policies.yaml",
    "vn.procedures" => "vn-procedures.yaml",
    "vn.procedures.2.001199" => "vn-procedures-2.001199.yaml",
    "vn.procedures.2.001583" => "vn-procedures-2.001583.yaml",
    "vn.procedures.2.001610" => "vn-procedures-2.001610.yaml",
    "vn.procedures.2.002042" => "vn-procedures-2.002042.yaml",
    "vn.procedures.2.002043" => "vn-procedures-2.002043.yaml",
    "vn.procedures.certification" => "vn-procedures-certification.yaml",
    "vn.procedures.civil-status" => "vn-procedures-civil-status.yaml",
    "vn.procedures.complaints" => "vn-procedures-complaints.yaml",
    "vn.procedures.construction" => "vn-procedures-construction.yaml",
    "vn.procedures.household" => "vn-procedures-household.yaml",
    "vn.workflows.enterprise" => "vn-workflows-enterprise.yaml",
}

#[cfg(not(feature = "rulebooks-vn"))]
fn compiled_in(_: &str) -> Option<&'static str> {
    None
}

/// The text of a shipped mapping, by its id: `dvcqg` for the tables that provinces send to the national portal.
pub(crate) fn mapping(id: &str) -> Option<&'static str> {
    match id {
        #[cfg(feature = "rulebooks-vn")]
        "dvcqg" => Some(include_str!("../../rulebooks/mapping-dvcqg.yaml")),
        _ => None,
    }
}
