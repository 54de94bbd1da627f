use super::*;
use crate::base::error::Code;
use crate::base::value::parse_json;
use crate::people::Secrecy;
use proptest::prelude::*;

fn message(text: &str) -> EdocMessage {
    crate::base::shape::read(&parse_json(text.as_bytes()).unwrap()).unwrap()
}

const WHOLE: &str = r#"{
    "sender": {"id": "000.00.00.H26", "name": "UBND thành phố Hà Nội", "email": "vp@example.vn"},
    "receivers": [{"id": "000.00.19.H26", "name": "Sở Tài chính", "receiver_type": 1}, {"id": "000.00.20.H26", "name": "Sở Nội vụ"}],
    "code": {"number": "05", "notation": "TB-UBND"},
    "promulgation": {"place": "Hà Nội", "issued": "2026-04-24"},
    "kind": {"code": 7, "name": "Thông báo"},
    "subject": "Lịch tiếp công dân & <đối thoại>",
    "signer": {"competence": "TM.", "position": "Chủ tịch", "name": "o1"},
    "due": "2026-05-04", "to_places": ["Như trên", "Lưu: VT"],
    "other": {"priority": 0, "pages": 2, "appendixes": ["Phụ lục I"]},
    "response_for": [{"organ": "G12", "code": "900/BTC-CST", "issued": "2026-04-20", "document_id": "G12,2026/04/20,900/BTC-CST"}],
    "steering": 0, "document_id": "000.00.00.H26,2026/04/24,05/TB-UBND",
    "trace": [{"organ": "000.00.00.H26", "at": "2026-04-24T10:00:05+07:00"}],
    "business": {"kind": "replace", "reason": "Thay thế", "staff": {"staff": "o2", "email": "o2@example.vn"}, "paper": 0,
        "replacements": [{"document_id": "000.00.00.H26,2026/04/20,04/TB-UBND", "organs": ["000.00.19.H26"]}]},
    "attachments": [{"content_id": "a1", "name": "05-tb.pdf", "media_type": "application/pdf", "content": "JVBERi0xLjcK"}]
}"#;

fn kinds(reading: &EdocReading) -> Vec<(DeviationKind, &str)> {
    reading.deviations.iter().map(|one| (one.kind, one.path.as_str())).collect()
}

#[test]
fn what_is_written_is_read_back_without_a_deviation() {
    let sent = message(WHOLE);
    let xml = write_message(&sent, Secrecy::Ordinary).unwrap();
    let reading = read(&xml).unwrap();
    assert_eq!(reading.deviations, []);
    assert_eq!(reading.message.as_ref(), Some(&sent));
    assert!(xml.contains("<edXML:PromulgationDate>2026/04/24</edXML:PromulgationDate>"));
    assert!(xml.contains("<edXML:Timestamp>2026/04/24 10:00:05</edXML:Timestamp>"));
    assert!(xml.contains("<edXML:BussinessDocType>3</edXML:BussinessDocType>"));
}

#[test]
fn the_writer_is_strict() {
    let codes = |message: &EdocMessage, secrecy| -> Vec<_> {
        let faults = write_message(message, secrecy).unwrap_err();
        faults.iter().map(|fault| (fault.code(), fault.place().pointer.clone().unwrap_or_default())).collect()
    };
    let bare = message("{}");
    let missing = codes(&bare, Secrecy::Ordinary);
    assert_eq!(missing.len(), 5, "{missing:?}");
    assert!(missing.iter().all(|(code, _)| *code == Code::MissingField));
    let mut wrong = message(WHOLE);
    wrong.receivers[1].id = None;
    wrong.signed = true;
    let found = codes(&wrong, Secrecy::Confidential);
    let expected =
        [(Code::SecretNotSent, ""), (Code::SignatureNotWritten, "/signed"), (Code::MissingField, "/receivers/1")];
    assert_eq!(found, expected.map(|(code, at)| (code, at.to_owned())));
}

#[test]
fn nothing_is_dropped_in_silence() {
    let xml = r#"<?xml version="1.0"?>
<env:Envelope xmlns:env="http://schemas.xmlsoap.org/soap/envelope/"><env:Header><edXML:MessageHeader xmlns:edXML="x">
  <edXML:From><edXML:OrganId>000.00.00.H26</edXML:OrganId><edXML:Fax2>1</edXML:Fax2></edXML:From>
  <edXML:Code><edXML:CodeNumber>05</edXML:CodeNumber><edXML:CodeNumber>06</edXML:CodeNumber><edXML:CodeNotation>TB-UBND</edXML:CodeNotation></edXML:Code>
  <edXML:PromulgationInfo><edXML:PromulgationDate>24/04/2026</edXML:PromulgationDate></edXML:PromulgationInfo>
  <edXML:Subject>x</edXML:Subject><edXML:DueDate>31/02/2026</edXML:DueDate>
  <edXML:OtherInfo><edXML:Priority>gấp</edXML:Priority></edXML:OtherInfo>
</edXML:MessageHeader>
<edXML:TraceHeaderList xmlns:edXML="x"><edXML:TraceHeader><edXML:OrganId>A</edXML:OrganId><edXML:Timestamp>2026-04-24T10:00:05</edXML:Timestamp></edXML:TraceHeader>
  <edXML:Business><edXML:BusinessDocType>00</edXML:BusinessDocType></edXML:Business></edXML:TraceHeaderList>
<ds:Signature xmlns:ds="y"><ds:SignedInfo/></ds:Signature></env:Header>
<env:Body><edXML:Manifest xmlns:edXML="x"><edXML:Reference xlink:href="cid:a1" xmlns:xlink="z"><edXML:AttachmentName>a.pdf</edXML:AttachmentName></edXML:Reference></edXML:Manifest></env:Body></env:Envelope>"#;
    let reading = read(xml).unwrap();
    use DeviationKind::{Attachment, Missing, Namespace, Repeated, Spelling, Unchecked, Unknown, Unreadable};
    assert_eq!(
        kinds(&reading),
        [
            (Namespace, "Envelope"),
            (Unknown, "MessageHeader/From/Fax2"),
            (Missing, "MessageHeader/From/OrganName"),
            (Repeated, "MessageHeader/Code/CodeNumber"),
            (Spelling, "MessageHeader/PromulgationInfo/PromulgationDate"),
            (Unreadable, "MessageHeader/DueDate"),
            (Unreadable, "MessageHeader/OtherInfo/Priority"),
            (Missing, "MessageHeader/To"),
            (Spelling, "TraceHeaderList/TraceHeader/Timestamp"),
            (Spelling, "TraceHeaderList/Business"),
            (Spelling, "TraceHeaderList/Business/BusinessDocType"),
            (Spelling, "TraceHeaderList/Business/BusinessDocType"),
            (Unchecked, "Signature"),
            (Attachment, "AttachmentEncoded/Attachment"),
        ]
    );
    assert!(reading.deviations[3].text.en.contains("`06`") && reading.deviations[5].text.en.contains("31/02/2026"));
    let message = reading.message.unwrap();
    assert_eq!(message.symbol().as_deref(), Some("05/TB-UBND"));
    assert_eq!(message.promulgation.unwrap().issued.unwrap().to_string(), "2026-04-24");
    assert_eq!(message.trace[0].at.unwrap().to_string(), "2026-04-24T10:00:05+07:00");
    assert_eq!(message.business.unwrap().kind, Some(BusinessKind::New));
    assert_eq!((message.signed, message.attachments[0].content_id.as_deref()), (true, Some("a1")));
}

#[test]
fn statuses_go_both_ways() {
    for (name, status) in ExchangeStatus::ALL {
        let text = format!(
            r#"{{"response_for": {{"organ": "000.00.00.H26", "code": "05/TB-UBND"}}, "sender": {{"id": "000.00.19.H26", "name": "Sở"}},
                "status": "{name}", "description": "Sai thẩm quyền", "at": "2026-04-24T10:00:05+07:00", "staff": {{"staff": "o3"}}}}"#
        );
        let sent: EdocStatus = crate::base::shape::read(&parse_json(text.as_bytes()).unwrap()).unwrap();
        assert_eq!(sent.status, Some(*status));
        let reading = read(&write_status(&sent).unwrap()).unwrap();
        assert_eq!((reading.deviations.len(), reading.status), (0, Some(sent.clone())));
        let bare = EdocStatus { description: None, ..sent };
        let refused = matches!(status, ExchangeStatus::Refused | ExchangeStatus::RecallRefused);
        assert_eq!(write_status(&bare).is_err(), refused, "{name}");
    }
    let odd = "<edXML><Status><StatusCode>7</StatusCode></Status></edXML>";
    let reading = read(odd).unwrap();
    assert!(kinds(&reading).contains(&(DeviationKind::Unreadable, "Status/StatusCode")));
    assert_eq!(reading.status.unwrap().status, None);
}

#[test]
fn hostile_texts_are_refused_in_bounded_time() {
    let code = |text: &str| read(text).unwrap_err().iter().next().unwrap().code();
    let bomb = r#"<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]><edXML>&b;</edXML>"#;
    assert_eq!(code(bomb), Code::DoctypeRefused);
    assert_eq!(code(r#"<edXML><MessageHeader><Subject>&x;</Subject></MessageHeader></edXML>"#), Code::Syntax);
    assert_eq!(code(&"<a>".repeat(10_000)), Code::TooDeep);
    assert_eq!(code(&format!("<edXML>{}</edXML>", "<a/>".repeat(300_000))), Code::TooLarge);
    assert_eq!(code("<edXML><edXMLEnvelope>"), Code::Truncated);
    assert_eq!(code("<html/>"), Code::NoEdxml);
    assert_eq!(code(""), Code::Syntax);
    // A long unknown content is reported, but not repeated in full.
    let long = format!("<edXML><MessageHeader><X>{}</X></MessageHeader></edXML>", "a".repeat(100_000));
    assert!(read(&long).unwrap().deviations[0].text.en.len() < 400);
}

proptest! {
    #[test]
    fn any_text_is_read_or_refused(text in "\\PC{0,200}") {
        let _ = read(&text);
    }

    #[test]
    fn texts_survive(subject in "[^\\p{C}]{1,60}", name in "[^\\p{C}]{1,40}") {
        prop_assume!(!subject.trim().is_empty() && !name.trim().is_empty());
        let mut sent = message(WHOLE);
        sent.subject = Some(subject.trim().to_owned());
        sent.attachments[0].name = Some(name.trim().to_owned());
        let reading = read(&write_message(&sent, Secrecy::Ordinary).unwrap()).unwrap();
        prop_assert_eq!(reading.message, Some(sent));
    }
}

#[test]
fn files_are_joined_in_bounded_time() {
    let reference = |at: usize| format!("<Reference href=\"cid:f{at}\"><AttachmentName>a</AttachmentName></Reference>");
    let file = |at: usize| {
        format!(
            "<Attachment><ContentId>f{at}</ContentId><ContentTransferEncoded>QUJD</ContentTransferEncoded></Attachment>"
        )
    };
    let many = 20_000;
    let listed: String = (0..many).map(reference).collect();
    let files: String = (0..many).rev().map(file).collect();
    let xml = format!(
        "<edXML><MessageHeader/><Manifest>{listed}</Manifest><AttachmentEncoded>{files}</AttachmentEncoded></edXML>"
    );
    let begun = std::time::Instant::now();
    let reading = read(&xml).unwrap();
    assert!(reading.message.unwrap().attachments.iter().all(|file| file.content.is_some()));
    // Comparing each file with each other one took twenty times as long.
    assert!(begun.elapsed().as_secs() < 10, "{:?}", begun.elapsed());
}

proptest! {
    /// Whatever the strict writer writes, the lenient reader reads without a deviation.
    #[test]
    fn no_text_deviates(text in "\\PC{0,12}", content in "[A-Za-z0-9+/=]{0,9}") {
        let mut sent = message(WHOLE);
        sent.subject = Some(text.trim().to_owned());
        sent.attachments[0].content = Some(content);
        if let Ok(xml) = write_message(&sent, Secrecy::Ordinary) {
            let reading = read(&xml).unwrap();
            prop_assert_eq!(reading.deviations, []);
            prop_assert_eq!(reading.message, Some(sent));
        }
    }
}

#[test]
fn a_message_is_read_with_its_deviations() {
    let text = r#"<edXML xmlns="http://www.mic.gov.vn/TBT/QCVN_102_2016"><edXMLEnvelope><edXMLHeader><MessageHeader>
        <From><OrganId>000.00.00.H26</OrganId><OrganName>UBND Hà Nội</OrganName></From>
        <Code><CodeNumber>05</CodeNumber><CodeNotation>TB-UBND</CodeNotation></Code>
        <Priority>0</Priority></MessageHeader></edXMLHeader></edXMLEnvelope></edXML>"#;
    let reading = read(text).unwrap();
    let message = reading.message.unwrap();
    assert_eq!(message.symbol().as_deref(), Some("05/TB-UBND"));
    assert!(reading.deviations.iter().any(|one| one.path == "MessageHeader/Priority"));
}
