//! Everything that is too slow for the quick ring, or needs a browser, a display, the real program or another program's
//! judgement. Run by `provisioning/test`, or by `cargo test --test full`.
#![allow(clippy::disallowed_methods, reason = "tests ask what time it is, and how long something took")]
#![allow(clippy::print_stdout, clippy::unwrap_used, reason = "tests tell stories; what fails may panic")]
#![allow(dead_code, reason = "some support modules are shared by both test programs, and neither uses all of them")]

mod api_schemas;
mod board_live;
mod board_room;
mod browser;
mod commands;
mod crash;
mod desk_presses;
mod desktop;
mod end_to_end;
mod full_disk;
mod glass_fits;
mod glass_hours;
mod glass_inspection;
mod glass_journey;
mod glass_layout;
mod glass_pages;
mod glass_pictures;
mod glass_site;
mod glass_touch;
mod glass_world;
mod load;
mod locale_gate;
mod night;
mod old_browsers;
mod outline;
mod page_syntax;
mod palette;
mod paper;
mod paper_actors;
mod paper_again;
mod paper_faults;
mod paper_languages;
mod paper_notes;
mod paper_pictures;
mod paper_printers;
mod paper_site;
mod paper_tools;
mod phone_live;
mod pictures;
mod power_cut;
mod pseudo;
mod python_tools;
mod queue_figures;
mod queue_fixture;
mod queue_forecast;
mod queue_forecast_parts;
mod schemathesis;
mod server;
mod simulate;
mod simulate_bounds;
mod simulate_plan;
mod site_file;
mod site_kept;
mod site_touched;
mod snapshots;
mod starting;
mod touch;
mod translators;
mod web_pages;
mod web_quiet;
mod web_world;
mod world;
