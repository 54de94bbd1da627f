//! The identifiers, each a type of its own.

#[cfg(feature = "schema")]
use crate::base::shape::MAX_ID_BYTES;
use crate::base::shape::{is_identifier, is_name};
use crate::base::text::nfc;
use std::sync::Arc;

macro_rules! ids {
    ($($(#[doc = $doc:literal])+ $name:ident $is_key:ident;)+) => {$(
        $(#[doc = $doc])+
        #[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub struct $name(Arc<str>);

        impl $name {
            /// The identifier as text.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        /// With its letters composed (Unicode NFC), so that a name is the same name whichever keyboard wrote it.
        impl From<&str> for $name {
            fn from(text: &str) -> Self {
                Self((*nfc(text)).into())
            }
        }

        impl AsRef<str> for $name {
            fn as_ref(&self) -> &str {
                &self.0
            }
        }

        impl std::borrow::Borrow<str> for $name {
            fn borrow(&self) -> &str {
                &self.0
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl std::fmt::Debug for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                write!(f, "{:?}", &self.0)
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(&self.0)
            }
        }

        crate::base::shape::deserialize_shapes!($name);

        impl crate::base::shape::Shape for $name {
            fn read(at: &crate::base::shape::Cursor<'_>, faults: &mut crate::base::error::Faults) -> Option<Self> {
                at.identifier(faults).map(Self::from)
            }

            fn placeholder() -> Option<Self> {
                Some(Self::from("?"))
            }
        }

        crate::base::packed::packed_as! {
            $name as Box<str>: |id: &Self| id.as_str().into(),
                |id: Box<str>| is_identifier(&id).then(|| Self(id.into())),
                Self::from("?");
        }

        impl crate::base::shape::Key for $name {
            fn from_key(key: &str) -> Option<Self> {
                $is_key(key).then(|| Self::from(key))
            }
        }

        #[cfg(feature = "schema")]
        impl schemars::JsonSchema for $name {
            fn schema_name() -> std::borrow::Cow<'static, str> {
                stringify!($name).into()
            }
            fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
                schemars::json_schema!({"type": "string", "minLength": 1, "maxLength": MAX_ID_BYTES})
            }
        }
    )+};
}

ids! {
    /// An office (*cơ quan*): the owner of a rulebook.
    OfficeId is_identifier;
    /// A unit (*đơn vị*).
    UnitId is_identifier;
    /// A position (*chức vụ*).
    PositionId is_identifier;
    /// An officer (*cán bộ, công chức*), or any other actor that a log names.
    OfficerId is_name;
    /// A role that a step asks for (*vai trò*).
    RoleId is_identifier;
    /// A calendar (*lịch làm việc*).
    CalendarId is_identifier;
    /// An administrative procedure (*thủ tục hành chính*), such as `1.001193`.
    ProcedureId is_identifier;
    /// A component of a dossier (*thành phần hồ sơ*).
    ComponentId is_identifier;
    /// A rule of a rulebook (*quy tắc*).
    RuleId is_identifier;
    /// A workflow (*quy trình*).
    WorkflowId is_identifier;
    /// A step of a workflow (*bước*).
    StepId is_identifier;
    /// A case (*vụ việc*): one dossier or document that is being handled.
    CaseId is_name;
    /// An event (*sự kiện*).
    EventId is_name;
    /// A finding (*phát hiện*): hash of kind, rule, subject, step and occurrence.
    FindingId is_name;
    /// A scoring policy (*quy chế chấm điểm*).
    PolicyId is_identifier;
    /// A register of documents (*sổ đăng ký*).
    RegisterId is_identifier;
}
