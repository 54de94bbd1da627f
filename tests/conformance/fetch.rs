//! Archives from package registries, fetched once.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Mutex;

/// The suite of JSON Schema travels in the source archive of this release.
const JSON_SCHEMA: &str = "jsonschema==4.26.0";
/// What pip needs to have to look into that archive.
const BUILD: [&str; 3] = ["hatchling==1.29.0", "hatch-vcs==0.5.0", "hatch-fancy-pypi-readme==25.1.0"];
/// The suite of CEL travels in this package.
const CEL: &str = "@bufbuild/cel-spec@0.6.1";

/// Two tests must not fetch into one folder.
static LOCK: Mutex<()> = Mutex::new(());

/// Whether the tests are to run without a network.
pub fn offline() -> bool {
    let offline = std::env::var_os("NAMRO_OFFLINE").is_some();
    if offline {
        println!("NAMRO_OFFLINE is set: the suite was not run");
    }
    offline
}

fn cache() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../target/conformance")
}

fn run(command: &mut Command) {
    let output = command.output().unwrap_or_else(|error| panic!("{command:?}: {error}"));
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{command:?}\n{errors}\nNAMRO_OFFLINE=1 leaves these tests out");
}

/// Fills a folder of the cache once: `fill` works in a folder that takes the name only when it is complete.
fn once(name: &str, fill: impl FnOnce(&Path)) -> PathBuf {
    let _guard = LOCK.lock();
    let folder = cache().join(name);
    if !folder.exists() {
        let unfinished = cache().join(format!("{name}.part"));
        let _ = std::fs::remove_dir_all(&unfinished);
        std::fs::create_dir_all(&unfinished).expect("the cache can be written");
        fill(&unfinished);
        std::fs::rename(&unfinished, &folder).expect("the cache can be written");
    }
    folder
}

fn unpacked(folder: &Path, end: &str) {
    let mut paths = std::fs::read_dir(folder).unwrap().flatten().map(|entry| entry.path());
    let archive = paths.find(|path| path.to_string_lossy().ends_with(end)).expect("an archive was fetched");
    run(Command::new("tar").arg("-xzf").arg(&archive).args(["--strip-components", "1", "-C"]).arg(folder));
}

/// The folder with the files of JSON Schema 2020-12.
pub fn json_schema() -> PathBuf {
    let folder = once(&JSON_SCHEMA.replace("==", "-"), |folder| {
        run(Command::new("python3").args(["-m", "venv"]).arg(folder.join("venv")));
        let pip = |arguments: &[&str]| {
            let mut pip = Command::new(folder.join("venv/bin/python"));
            pip.args(["-m", "pip", "--disable-pip-version-check"]).args(arguments).current_dir(folder);
            run(&mut pip);
        };
        pip(&[&["install", "--quiet"], &BUILD[..]].concat());
        pip(&["download", "--quiet", "--no-deps", "--no-binary", ":all:", "--no-build-isolation", JSON_SCHEMA]);
        std::fs::remove_dir_all(folder.join("venv")).unwrap();
        unpacked(folder, ".tar.gz");
    });
    folder.join("json/tests/draft2020-12")
}

/// The tests of CEL as one JSON text.
pub fn cel() -> String {
    let folder = once("cel-spec-0.6.1", |folder| {
        run(Command::new("npm").args(["pack", "--silent", CEL]).current_dir(folder));
        unpacked(folder, ".tgz");
        let script = "import('./dist/esm/testdata/conformance.js').then(({tests}) => {
            const all = [];
            const walk = (suite, path) => {
                for (const one of suite.suites ?? []) walk(one, [...path, one.name]);
                for (const {original} of suite.tests ?? []) all.push({suite: path.join('/'), ...original});
            };
            walk(tests, []);
            require('fs').writeFileSync('tests.json', JSON.stringify(all));
        })";
        run(Command::new("node").args(["-e", script]).current_dir(folder));
    });
    std::fs::read_to_string(folder.join("tests.json")).expect("the tests were written")
}
