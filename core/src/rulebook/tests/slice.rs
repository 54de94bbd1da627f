//! Tests of `slice`.

use super::*;
use crate::base::error::Place;
use crate::{Office, Rulebook};
use std::collections::BTreeMap;
use std::path::PathBuf;

const ID: &str = "2.001610";

fn published(id: &str) -> crate::rulebook::Published {
    let office = Office::shipped("vn.procedures").unwrap();
    office.rulebook().publish(&id.into(), None).unwrap()
}

/// What a slice and a validator say of a text.
fn refusal(text: &str, digest: Option<&str>) -> Result<(), Code> {
    let first = |faults: Faults| faults.iter().next().unwrap().code();
    let slice = Slice::load(text, digest).map(|_| ()).map_err(first);
    assert_eq!(Validator::load(text, digest).map(|_| ()).map_err(first), slice);
    slice
}

/// The content of a slice, changed and given the digest that it now has.
fn resealed(text: &str, change: impl FnOnce(&str) -> String) -> String {
    sealed(&change(text.splitn(3, ' ').nth(2).unwrap()))
}

#[test]
fn each_version_has_a_limit() {
    let text = published("1.013225").compiled;
    let with = |change: fn(&mut Vec<Limiting>)| {
        let (line, list) = text.split_once('\n').unwrap();
        let Value::List(parts) = parse_json(list.as_bytes()).unwrap().value else { panic!("a list") };
        let [head, checks, times]: [Node; 3] = parts.try_into().unwrap();
        let mut times: Times = unpacked(times).unwrap();
        assert!(times.limits.len() > 1);
        change(&mut times.limits);
        let list = exact_json(&Value::List(vec![head, checks, packed(&times).unwrap()]).into());
        let text = sealed(&format!("{}\n{list}", line.splitn(3, ' ').nth(2).unwrap()));
        Slice::load(&text, None).map(|_| ()).map_err(|faults| faults.iter().next().map(Error::code))
    };
    assert_eq!(with(|_| {}), Ok(()));
    assert_eq!(with(|limits| drop(limits.pop())), Err(Some(Code::BadSlice)));
    assert_eq!(with(Vec::clear), Err(Some(Code::BadSlice)));
    assert_eq!(with(|limits| limits.push(Limiting::default())), Err(Some(Code::BadSlice)));
}

#[test]
fn a_changed_byte_is_refused_wherever_it_is() {
    let slice = published(ID);
    let digest = slice.digest.to_string();
    assert_eq!(refusal(&slice.compiled, None), Ok(()));
    assert_eq!(refusal(&slice.compiled, Some(&digest)), Ok(()));
    let length = slice.compiled.len();
    // The header byte by byte, then places all over the list; two bits, one of which turns small letters into capitals.
    let places = (0..400).chain((400..length).step_by((length / 3_000).max(1)));
    let mut refused = BTreeMap::new();
    for (number, place) in places.enumerate() {
        for bit in if place < 400 { vec![0x01, 0x20] } else { vec![[0x01, 0x20][number % 2]] } {
            let mut bytes = slice.compiled.clone().into_bytes();
            bytes[place] ^= bit;
            // What is no text any more does not reach `load`.
            let code = String::from_utf8(bytes).map_or("not UTF-8", |text| {
                let first = |faults: Faults| faults.iter().next().unwrap().code();
                let code = Slice::load(&text, None).map_err(first).unwrap_err();
                assert_eq!(Validator::load(&text, Some(&digest)).map_err(first).unwrap_err(), code, "{place}");
                code.as_str()
            });
            *refused.entry(code).or_insert(0) += 1;
        }
    }
    // Only a slice that does not begin as one is no slice; everything else is damage.
    assert_eq!(refused["bad_slice"], MARK.len() * 2);
    assert!(refused["damaged_slice"] >= 3_000, "{refused:?}");
}

#[test]
fn a_slice_with_a_new_header_is_refused_by_its_digest_alone() {
    let slice = published(ID);
    let digest = slice.digest.to_string();
    let forged = resealed(&slice.compiled, |content| content.replacen("100000", "200000", 1));
    assert_ne!(forged, slice.compiled);
    assert_eq!(refusal(&forged, None), Ok(()), "the header cannot show who wrote it");
    assert_eq!(refusal(&forged, Some(&digest)), Err(Code::UnexpectedSlice));
    assert_eq!(refusal(&slice.compiled, Some(&digest.to_uppercase())), Ok(()));
    for other in ["", "0", &slice.hash.to_string(), &digest[1..]] {
        assert_eq!(refusal(&slice.compiled, Some(other)), Err(Code::UnexpectedSlice), "{other}");
    }
    let faults = Slice::load(&slice.compiled, Some("0")).unwrap_err();
    let fault = faults.iter().next().unwrap();
    assert!(fault.text().vi.contains(&digest) && fault.text().en.contains(&digest), "{fault}");
    assert_eq!(fault.place(), &Place::default());
    assert!(fault.help().is_some());
}

#[test]
fn each_release_says_which_format_it_reads() {
    let text = published(ID).compiled;
    let header = |format: &str, version: &str| {
        let hash = published(ID).hash;
        let list = text.split_once('\n').unwrap().1;
        sealed(&format!("{format} {SEMANTICS} {version} {hash}\n{list}"))
    };
    // Another release, with the same format and with other outcomes.
    assert_eq!(refusal(&header(&FORMAT.to_string(), "7.8.9"), None), Ok(()));
    let other = resealed(&text, |content| content.replacen(&format!(" {SEMANTICS} "), " 999 ", 1));
    assert_eq!(Slice::load(&other, None).unwrap().semantics(), 999);
    assert_eq!(Validator::load(&text, None).unwrap().semantics(), SEMANTICS);

    assert_eq!(refusal(&header("0", "0.0.9"), None), Err(Code::OlderSlice));
    let newer = header(&(FORMAT + 1).to_string(), "9.9.9");
    assert_eq!(refusal(&newer, None), Err(Code::NewerSlice));
    // A later format may have another list and more words in its header.
    assert_eq!(refusal(&sealed(&format!("{} 5 9.9.9 x y z\n{{}}", FORMAT + 1)), None), Err(Code::NewerSlice));
    let faults = Slice::load(&newer, None).unwrap_err();
    let text = faults.iter().next().unwrap().text();
    assert!(text.vi.contains("9.9.9") && text.en.contains("9.9.9"), "{text:?}");
    for content in ["", "1", "2 2 0.1.0", "x 2 0.1.0 y\n[]", "2 2 0.1.0 y\n[]", "-1 2 0.1.0 y\n[]"] {
        assert_eq!(refusal(&sealed(content), None), Err(Code::BadSlice), "{content}");
    }
}

/// One rulebook and its slice of each format stay here for ever. If a slice is compiled otherwise than here, the packed
/// parts have changed: raise `FORMAT`, keep what can still be read, and store the slices of the new format beside these
/// (`NAMRO_BLESS=1` writes those that are missing).
#[test]
fn the_stored_slices_are_read_and_compiled_as_before() {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(format!("src/rulebook/tests/slices/{FORMAT}"));
    for id in ["2.001610", "1.013225"] {
        let (readable, compiled) = (folder.join(format!("{id}.json")), folder.join(format!("{id}.slice")));
        if std::env::var_os("NAMRO_BLESS").is_some() && !compiled.exists() {
            let slice = published(id);
            std::fs::create_dir_all(&folder).unwrap();
            std::fs::write(&readable, slice.rulebook).unwrap();
            std::fs::write(&compiled, slice.compiled).unwrap();
        }
        let (readable, compiled) =
            (std::fs::read_to_string(readable).unwrap(), std::fs::read_to_string(compiled).unwrap());
        let rulebook = Rulebook::load(&[("slice.json", &readable)]).unwrap();
        let again =
            super::compiled(rulebook.rules(), super::forms(rulebook.rules()).unwrap(), Hash::of(readable.as_bytes()))
                .unwrap();
        let list = |text: &str| text.split_once('\n').unwrap().1.to_owned();
        assert!(list(&again) == list(&compiled), "{id} is compiled otherwise: the format has changed");
        let slice = Slice::load(&compiled, None).unwrap();
        assert_eq!(slice.hash(), Hash::of(readable.as_bytes()));
        let office = Office::load(&[("slice.json", &readable)]).unwrap();
        let due = format!(r#"{{"procedure": "{id}", "accepted_at": "2026-02-13T16:00:00+07:00"}}"#);
        let check =
            format!(r#"{{"dossier": {{"procedure": "{id}", "form": {{}}}}, "at": "2026-02-13T16:00:00+07:00"}}"#);
        for (operation, input) in [("due", due), ("check", check)] {
            assert_eq!(slice.call(operation, &input), office.call(operation, &input), "{id} {operation}");
        }
    }
}
