use namro::log::*;
use namro::replay::*;
use std::io::BufReader;
struct R<'a> {
    office: &'a namro::Office,
    zone: namro::Zone,
    t: Thresholds,
    cal: &'a namro::calendar::Calendar,
}
impl Rules for R<'_> {
    fn zone(&self) -> &namro::Zone {
        &self.zone
    }
    fn thresholds(&self) -> &Thresholds {
        &self.t
    }
    fn hours(&self, _: Option<&str>) -> &dyn Hours {
        self.cal
    }
    fn promise(
        &self,
        _: &str,
        _: Option<&str>,
        _: Option<&str>,
        _: namro::Instant,
        _: &[namro::deadline::ClockAct],
    ) -> Option<Promised> {
        None
    }
}
fn main() {
    let office = namro::Office::load(&[("r", include_str!("../rulebooks/coselog-receipt.yaml"))])
        .map_err(|f| println!("{f}"))
        .unwrap();
    let f = std::fs::File::open("/work/shared/data/receipt.xes.gz").unwrap();
    let (log, reading) = read("receipt.xes.gz", BufReader::new(f), office.mapping(None).unwrap()).unwrap();
    println!("{} {} {:?}", log.cases.len(), log.events.len(), reading.events);
    let cal = office.calendar(None).unwrap();
    let r = R { office: &office, zone: cal.zone().clone(), t: Thresholds::default(), cal };
    let _ = r.office;
    for as_of in ["2012-02-01T00:00:00+01:00", "2011-06-01T00:00:00+02:00", "2011-10-01T00:00:00+02:00"] {
        let t = std::time::Instant::now();
        let a = replay(&r, &log, namro::Instant::parse(as_of).unwrap());
        println!("{as_of} {:?} {:?}", t.elapsed(), a.grade);
        for m in &a.measures {
            print!("{}={} ", m.id, m.count);
        }
        println!();
        for s in &a.shares {
            println!(
                "{} {}/{} late {} und {} no_due {} nf {} st {} open_overdue {}",
                s.id,
                s.numerator,
                s.denominator,
                s.late,
                s.undetermined,
                s.no_due,
                s.not_finished,
                s.stopped,
                s.open_overdue
            );
        }
        let mut k = std::collections::BTreeMap::new();
        for f in &a.findings {
            *k.entry(f.kind.clone()).or_insert(0) += 1;
        }
        println!("{k:?} facts {} items {}", a.facts.len(), a.items.len());
        println!("open_at 2011-06-01: {:?}", a.open_at(namro::Instant::parse("2011-06-01T00:00:00+02:00").unwrap()));
        if as_of.starts_with("2012") {
            let mut seen = std::collections::BTreeSet::new();
            for f in &a.findings {
                if seen.insert(f.kind.clone()) {
                    println!("{} {} | {} | {}", f.kind, f.subject.id, f.text.vi, f.text.en);
                }
            }
            for n in &a.not_assessed {
                println!("{} {}", n.of, n.text.en);
            }
        }
    }
}
