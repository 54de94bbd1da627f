//! When is it due, and why? Two working days from Thursday 8 January 2026 end on a Saturday.

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let office = namro::Office::shipped("vn.calendar")?;
    let due = office.call("due", r#"{"limit": "2 ngày làm việc", "accepted_at": "2026-01-08T09:00:00+07:00"}"#)?;
    let due: serde_json::Value = serde_json::from_str(&due)?;
    println!("{}", due["text"]["vi"].as_str().unwrap_or_default());
    for step in due["because"].as_array().into_iter().flatten() {
        println!(
            "  {} ({})",
            step["text"]["vi"].as_str().unwrap_or_default(),
            step["source"]["text"].as_str().unwrap_or("–")
        );
    }
    assert_eq!(due["due"], "2026-01-10T17:30:00+07:00");
    Ok(())
}
