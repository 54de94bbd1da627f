//! The rulebooks shipped with the library (feature `rulebooks-vn`).

macro_rules! shipped {
    ($($id:literal => $file:literal,)*) => {
        /// The identifiers of the shipped rulebooks.
        #[cfg(feature = "rulebooks-vn")]
        pub const IDS: &[&str] = &[$($id),*];

        /// The text of a shipped rulebook.
        #[cfg(feature = "rulebooks-vn")]
        pub fn text(id: &str) -> Option<&'static str> {
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

/// Empty, since the feature `rulebooks-vn` is off.
#[cfg(not(feature = "rulebooks-vn"))]
pub const IDS: &[&str] = &[];

/// Empty, since the feature `rulebooks-vn` is off.
#[cfg(not(feature = "rulebooks-vn"))]
pub fn text(_: &str) -> Option<&'static str> {
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
