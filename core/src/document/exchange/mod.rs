//! Documents between agencies (*liên thông văn bản*; QCVN 102:2016/BTTTT, Decision 28/2018/QĐ-TTg).

mod status;

pub use status::{Exchange, ExchangeStatus};
