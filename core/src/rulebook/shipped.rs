//! The rulebooks that travel with the library (feature `rulebooks-vn`).

macro_rules! shipped {
    ($($id:literal => $file:literal,)*) => {
        /// Their identifiers.
        #[cfg(feature = "rulebooks-vn")]
        pub const IDS: &[&str] = &[$($id),*];

        /// The text of one.
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
    "vn.ha-noi.demo" => "ha-noi-demo.yaml",
    "vn.policies" => "vn-policies.yaml",
}

/// None: the feature `rulebooks-vn` is off.
#[cfg(not(feature = "rulebooks-vn"))]
pub const IDS: &[&str] = &[];

/// None: the feature `rulebooks-vn` is off.
#[cfg(not(feature = "rulebooks-vn"))]
pub fn text(_: &str) -> Option<&'static str> {
    None
}
