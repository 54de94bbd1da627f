//! Requests for forms of the one-stop desk.

use crate::base::error::Faults;
use crate::letter::Form;
use crate::office::{FormRequest, Office};

pub(super) fn form(office: &Office, request: FormRequest) -> Result<Form, Faults> {
    office.form(&request)
}
