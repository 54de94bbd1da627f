//! Requests for forms of the one-stop desk.

use crate::error::Faults;
use crate::form::Form;
use crate::rulebook::{FormRequest, Office};

pub(super) fn form(office: &Office, request: FormRequest) -> Result<Form, Faults> {
    office.form(&request)
}
