//! All tests, in one binary. Scenarios are told as stories through [`world::World`]; what is slow is here as well.

mod architecture;
mod board_live;
mod browser;
mod crash;
mod day_properties;
mod day_stories;
mod desktop;
mod glossary;
mod hub;
mod journal;
mod load;
mod locale;
mod locale_texts;
mod paper;
mod paper_actors;
mod paper_answers;
mod paper_bytes;
mod paper_printers;
mod paper_site;
mod paper_tools;
mod rust_source;
mod server;
mod site_demo;
mod site_file;
mod world;
