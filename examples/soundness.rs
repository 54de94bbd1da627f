//! Reads BPMN files and reports for each process whether it is sound and which elements of the file were ignored:
//! `cargo run --example soundness -- drawing.bpmn …`. Without a file it uses a small built-in drawing.

use namro::people::Organisation;
use namro::workflow::{Library, bpmn};

/// Two officers check in parallel, and the drawing does not wait for both.
const OWN: &str = r#"<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"><process id="kiem-tra">
  <startEvent id="bat-dau"/><parallelGateway id="chia"/><userTask id="phap-ly"/><userTask id="tai-chinh"/>
  <exclusiveGateway id="gop"/><userTask id="ky"/><endEvent id="xong"/>
  <sequenceFlow id="1" sourceRef="bat-dau" targetRef="chia"/><sequenceFlow id="2" sourceRef="chia" targetRef="phap-ly"/>
  <sequenceFlow id="3" sourceRef="chia" targetRef="tai-chinh"/><sequenceFlow id="4" sourceRef="phap-ly" targetRef="gop"/>
  <sequenceFlow id="5" sourceRef="tai-chinh" targetRef="gop"/><sequenceFlow id="6" sourceRef="gop" targetRef="ky"/>
  <sequenceFlow id="7" sourceRef="ky" targetRef="xong"/></process></definitions>"#;

fn main() -> std::io::Result<()> {
    let files: Vec<String> = std::env::args().skip(1).collect();
    if files.is_empty() {
        judge("kiem-tra.bpmn", OWN);
    }
    for file in &files {
        judge(file, &std::fs::read_to_string(file)?);
    }
    Ok(())
}

fn judge(file: &str, xml: &str) {
    let import = match bpmn::read(xml) {
        Ok(import) => import,
        Err(faults) => {
            for fault in faults.iter() {
                println!("{file}:{}: refused: {}", fault.place().line.unwrap_or(1), fault.text().en);
            }
            return;
        }
    };
    for remark in &import.remarks {
        println!("{file}:{}: {}", remark.place().line.unwrap_or(1), remark.text().en);
    }
    let library = Library::of_drafts(&import.workflows, &Organisation::default());
    for (id, spec) in &import.workflows {
        match library.draft(id.clone(), spec.clone(), &Organisation::default(), None) {
            Ok(workflow) => {
                let soundness = workflow.soundness();
                println!("{file}: {id}: {}, {} steps", soundness.verdict, workflow.step_ids().len());
                for flaw in &soundness.flaws {
                    println!("    {}: {}", flaw.kind, flaw.text.en);
                }
            }
            Err(faults) => {
                for fault in faults.iter() {
                    let line = fault.place().line.unwrap_or(1);
                    println!("{file}:{line}: {id}: incomplete: {}", fault.text().en);
                }
            }
        }
    }
}
