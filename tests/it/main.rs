//! The quick ring: pure core, hub, journal, web router, slips and the glass off-screen, in one binary. `full.rs` is the rest.
//! Scenarios are told as stories through [`world::World`].
#![allow(clippy::disallowed_methods, reason = "tests ask what time it is, and how long something took")]
#![allow(clippy::print_stdout, clippy::unwrap_used, reason = "tests tell stories; what fails may panic")]
#![allow(dead_code, reason = "some support modules are shared by both test programs, and neither uses all of them")]

mod api_schemas;
mod architecture;
mod code_names;
mod commands;
mod day_edges;
mod day_properties;
mod day_routes;
mod day_stories;
mod day_tampered;
mod desk_verbs;
mod desk_workbench;
mod domain_values;
mod domain_words;
mod full_disk;
mod glass;
mod glass_site;
mod glass_wishes;
mod glass_world;
mod glossary;
mod hub;
mod import_circles;
mod journal;
mod locale;
mod locale_texts;
mod message_ids;
mod openapi;
mod paper_answers;
mod paper_bytes;
mod paper_site;
mod paper_tools;
mod pin_guessing;
mod plain_words;
mod queue_capacity;
mod queue_fixture;
mod queue_hours;
mod queue_keys;
mod queue_stories;
mod queue_verbs;
mod rust_source;
mod site_demo;
mod site_draft;
mod site_file;
mod site_lookups;
mod tallies;
mod taps;
mod web;
mod web_contrast;
mod web_desk;
mod web_live;
mod web_rights;
mod web_routes;
mod web_shape;
mod web_streams;
mod web_verbs;
mod web_world;
mod weight;
mod world;
