//! A virtual display of its own for a test, and a finger on it.

use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

/// Far longer than any step takes; only a step that never comes waits so long.
const PATIENCE: Duration = Duration::from_secs(30);

pub struct Desktop {
    xvfb: Child,
    /// What goes into the environment variable `DISPLAY`.
    pub display: String,
}

impl Desktop {
    pub fn open(width: u32, height: u32) -> Desktop {
        let mut command = Command::new("Xvfb");
        let mut xvfb = command
            .args(["-displayfd", "1", "-screen", "0", &format!("{width}x{height}x24"), "-nolisten", "tcp", "-noreset"])
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("Xvfb is missing: run provisioning/test");
        let mut number = String::new();
        let read = BufReader::new(xvfb.stdout.take().expect("stdout")).read_line(&mut number);
        read.expect("the display's number");
        Desktop { xvfb, display: format!(":{}", number.trim()) }
    }

    /// One tap with a finger.
    pub fn tap(&self, (x, y): (i32, i32)) {
        self.xdotool(&["mousemove", &x.to_string(), &y.to_string(), "click", "1"]);
        // A finger leaves the glass.
        self.xdotool(&["mousemove", "1", "1"]);
    }

    /// Many taps as quickly as a machine can.
    pub fn drum(&self, (x, y): (i32, i32), times: u32) {
        let repeat = ["click", "--repeat", &times.to_string(), "--delay", "5", "1"].map(str::to_owned);
        let at = ["mousemove".to_owned(), x.to_string(), y.to_string()];
        let arguments: Vec<String> = at.into_iter().chain(repeat).collect();
        self.xdotool(&arguments.iter().map(String::as_str).collect::<Vec<_>>());
    }

    /// Touches a place until the display shows something else: for a moment after each change the glass takes no touch.
    pub fn touch_through(&self, touch: impl Fn()) {
        let before = self.settled(PATIENCE);
        let begun = Instant::now();
        loop {
            touch();
            let touched = Instant::now();
            while touched.elapsed() < Duration::from_secs(2) {
                if self.picture() != before {
                    return;
                }
            }
            assert!(begun.elapsed() < PATIENCE, "the touch changes nothing");
        }
    }

    /// A picture of the whole display, as PNG.
    pub fn picture(&self) -> Vec<u8> {
        let mut import = Command::new("import");
        let output = import.args(["-window", "root", "png:-"]).env("DISPLAY", &self.display).output();
        let output = output.expect("imagemagick is missing: run provisioning/test");
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        output.stdout
    }

    /// Waits until the display shows something and stands still, and gives its picture.
    pub fn settled(&self, most: Duration) -> Vec<u8> {
        let begun = Instant::now();
        let mut last = self.picture();
        loop {
            std::thread::sleep(Duration::from_millis(150));
            let now = self.picture();
            if now == last {
                return now;
            }
            assert!(begun.elapsed() < most, "the display does not come to rest");
            last = now;
        }
    }

    /// The display dies.
    pub fn close(&mut self) {
        let _ = self.xvfb.kill();
        let _ = self.xvfb.wait();
    }

    /// Does something to the window of this process, such as `windowclose`.
    pub fn window_command(&self, process: u32, command: &str) {
        self.xdotool(&[command, &self.window_of(process)]);
    }

    /// The number of this process's window, once there is one.
    fn window_of(&self, process: u32) -> String {
        // A word behind the number of the process would be taken for a part of the title.
        let search = ["search", "--sync", "--onlyvisible", "--all", "--pid", &process.to_string(), "."];
        let found = Command::new("xdotool").args(search).env("DISPLAY", &self.display).output();
        let found = found.expect("xdotool is missing: run provisioning/test");
        let windows = String::from_utf8_lossy(&found.stdout).into_owned();
        windows.lines().next().expect("a window").to_owned()
    }

    fn xdotool(&self, arguments: &[&str]) {
        // A window that never comes must not hold up a test for ever.
        let status =
            Command::new("timeout").args(["60", "xdotool"]).args(arguments).env("DISPLAY", &self.display).status();
        assert!(status.expect("xdotool is missing: run provisioning/test").success());
    }
}

impl Drop for Desktop {
    fn drop(&mut self) {
        self.close();
    }
}
