//! The window: draws screens and reports touches.
//!
//! It shows the [`Screen`] given last and redraws only what changed, so that a pressed tile stays pressed. Beyond that it
//! holds no state and makes no decision.

use super::frame::{self, Warning};
use super::page::Touch;
use super::screen::Screen;
use super::screens;
use super::ui::{self, Kiosk, Pictograms, TouchSender, Window, Words};
use crate::fonts;
use slint::{ComponentHandle, PhysicalSize, Rgba8Pixel, SharedPixelBuffer};
use std::cell::RefCell;

/// The window of the glass.
pub struct Glass {
    window: Window,
    shown: RefCell<Option<Screen>>,
}

/// Why there is no window.
#[derive(Debug, thiserror::Error)]
#[error("there is no display for the glass ({0}); start inside a graphical session, or use --screen none")]
pub struct DisplayError(String);

impl From<slint::PlatformError> for DisplayError {
    fn from(error: slint::PlatformError) -> DisplayError {
        DisplayError(error.to_string())
    }
}

impl Glass {
    /// Opens a window of this size in pixels, still hidden. Without a size it takes the whole screen once it is shown.
    pub fn new(size: Option<(u32, u32)>) -> Result<Glass, DisplayError> {
        let window = Window::new()?;
        ui::correct_weights();
        if let Some((width, height)) = size {
            window.window().set_size(PhysicalSize::new(width, height));
        }
        let pictograms = Pictograms::default();
        ui::global::<Kiosk>(&window).on_pictogram(move |name| pictograms.get(&name));
        ui::global::<Words>(&window).on_family_of(|text, family| {
            let is_needed = fonts::is_of_use(&family, &text);
            if is_needed { family } else { ui::text(fonts::LATIN.name) }
        });
        let glass = Glass { window, shown: RefCell::new(None) };
        glass.fit();
        Ok(glass)
    }

    /// Sends every touch to `send`.
    pub fn connect(&self, send: impl Fn(Touch) + 'static) {
        let touches = TouchSender::new(send);
        frame::connect(&self.window, &touches);
        screens::connect(&self.window, &touches);
    }

    /// Calls `wake` whenever the event loop is woken by [`Glass::wake`].
    pub fn on_woken(&self, wake: impl Fn() + 'static) {
        ui::global::<Kiosk>(&self.window).on_woken(wake);
    }

    /// Wakes the event loop, from any thread; does nothing without an event loop.
    pub fn wake(window: &slint::Weak<Window>) {
        // The only error is that no event loop runs, and then nothing waits to be woken.
        let _ = window.upgrade_in_event_loop(|window| ui::global::<Kiosk>(&window).invoke_woken());
    }

    /// Scales the drawing to the window's size; cheap when the size has not changed.
    pub fn fit(&self) {
        let size = self.window.window().size().to_logical(self.window.window().scale_factor());
        if size.width < 1.0 || size.height < 1.0 {
            return;
        }
        let is_landscape = size.width > size.height;
        let (width, height) = if is_landscape { (1920.0, 1080.0) } else { (1080.0, 1920.0) };
        let kiosk = ui::global::<Kiosk>(&self.window);
        kiosk.set_is_landscape(is_landscape);
        kiosk.set_scale((size.width / width).min(size.height / height));
    }

    /// Shows a screen.
    pub fn show(&self, screen: &Screen) {
        let mut shown = self.shown.borrow_mut();
        if shown.as_ref() == Some(screen) {
            return;
        }
        let words = ui::global::<Words>(&self.window);
        words.set_is_right_to_left(screen.direction.is_right_to_left());
        words.set_family(ui::text(&screen.family));
        words.set_type_scale(screen.type_setting.scale);
        words.set_line(screen.type_setting.line_height);
        words.set_line_height(screen.type_setting.line_height / fonts::natural_line_of(&screen.family));
        screen.header.draw(&self.window);
        screen.footer.draw(&self.window);
        Warning::draw(screen.warning.as_ref(), &self.window);
        if shown.as_ref().is_none_or(|before| before.body != screen.body || before.language != screen.language) {
            screens::draw(&screen.body, &self.window);
        }
        *shown = Some(screen.clone());
    }

    /// The picture on the glass, as red, green, blue and alpha for each pixel.
    pub fn snapshot(&self) -> Result<SharedPixelBuffer<Rgba8Pixel>, DisplayError> {
        Ok(self.window.window().take_snapshot()?)
    }

    /// The window, for the driver and for tests.
    pub fn window(&self) -> &Window {
        &self.window
    }
}
