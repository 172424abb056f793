# SPDX-FileCopyrightText: 2026 The Sesame authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Pictures, films and voice messages in the conversation: seen and heard where they stand, once they were accepted."""
import array
import subprocess

from attachment_test import message, press_in_card, row, send
from harness import main, stays, wait_for
from remote_steps import pixel
from steps import HELPER, SIZE, two_windows

SECONDS = 3
RATE = 44_100
TALL = 175  # pixels; the card of a saved file that is nothing to look at or to hear is lower
PHOTO, FILM, NOISE = "花园 garden.png", "生日 birthday.mp4", "just letters.png"
RED, GREEN = "D01040", "10A030"


def start_sound(desktop):
    """A sound server with a loudspeaker that only its microphone hears."""
    desktop.start(["pulseaudio", "-n", "--exit-idle-time=-1", "--daemonize=no", "--use-pid-file=no",
                   "-L", "module-native-protocol-unix", "-L", "module-null-sink sink_name=quiet",
                   "-L", "module-remap-source master=quiet.monitor source_name=microphone"])
    wait_for("the sound server", lambda: "microphone" in desktop.run(["pactl", "list", "short", "sources"]))


def make(desktop, *arguments):
    desktop.run(["ffmpeg", "-v", "error", "-y", *arguments], check=True)


class Heard:
    """What the loudspeaker plays meanwhile."""

    def __init__(self, desktop):
        self.path = desktop.home / "heard.raw"
        with open(self.path, "wb") as file:
            self.process = subprocess.Popen(["parec", "-d", "quiet.monitor", "--format=s16le", "--channels=1",
                                        f"--rate={RATE}", "--latency-msec=50"],
                                            env=desktop.env, stdout=file)

    def loudest(self, last=0):
        """Of all, or of so many samples at the end."""
        samples = array.array("h")
        content = self.path.read_bytes()
        samples.frombytes(content[:len(content) // 2 * 2])
        return max(map(abs, samples[-last:]), default=0)

    def silent(self):
        return self.loudest(RATE // 4) == 0

    def end(self):
        self.process.terminate()
        self.process.wait()


def sees_picture(helper, receiver, home):
    photo = home / "Documents" / PHOTO
    make(helper.desktop, "-f", "lavfi", "-i", f"color=0x{RED}:size=1200x800", "-frames:v", "1", str(photo))
    send(helper, photo)
    wait_for("a preview of one's own", lambda: shows(helper, PHOTO, RED))
    receiver.raise_window()
    row(receiver, f"{PHOTO}*would like to give you this file")
    stays("nothing seen before it was wanted", lambda: not shows(receiver, PHOTO, RED), 1)
    press_in_card(receiver, PHOTO)
    row(receiver, f"{PHOTO}*Saved on this computer")
    wait_for("the picture", lambda: shows(receiver, PHOTO, RED))
    receiver.desktop.screenshot("media-1-picture")


def shows(person, name, colour):
    """Whether the card has this colour in the middle of its left half."""
    box = person.box(person.find(message(name), "list item"))
    if not box:
        return False
    x = box.x + (150 if person.name == "receiver" else box.width - 300)
    there = pixel(person.desktop, x, box.y + box.height // 2)
    return all(abs(one - other) < 12 for one, other in zip(bytes.fromhex(there), bytes.fromhex(colour)))


def press_play(person, name):
    """Play or Pause, in the menu of the message, once the card has grown by what plays it."""
    box = wait_for("what plays it", lambda: (box := person.place_of(message(name), "list item")).height > TALL and box)
    person.desktop.hand("mousemove", str(int(box.x + 60)), str(int(box.y + 40)))
    person.desktop.hand("click", "3")
    person.desktop.key("Down", "Down", "Return")  # below "Copy"


def no_picture_in_other_files(helper, receiver, home):
    letters = home / "Documents" / NOISE
    letters.write_text("only letters")
    send(helper, letters)
    receiver.raise_window()
    row(receiver, f"{NOISE}*would like to give you this file")
    press_in_card(receiver, NOISE)
    row(receiver, f"{NOISE}*Saved on this computer")


def plays_film(helper, receiver, home):
    film = home / "Documents" / FILM
    make(helper.desktop, "-f", "lavfi", "-i", f"color=0x{RED}:size=640x400:duration=2", "-f", "lavfi", "-i",
         f"color=0x{GREEN}:size=640x400:duration=12", "-f", "lavfi", "-i", f"sine=frequency=500:duration=14",
         "-filter_complex", "[0][1]concat", "-c:v", "mpeg4", "-q:v", "2", "-c:a", "aac", str(film))
    send(helper, film)
    receiver.raise_window()
    row(receiver, f"{FILM}*would like to give you this file")
    press_in_card(receiver, FILM)
    row(receiver, f"{FILM}*Saved on this computer")
    wait_for("the film's beginning", lambda: shows(receiver, FILM, RED))
    heard = Heard(receiver.desktop)
    press_play(receiver, FILM)
    wait_for("its second half", lambda: shows(receiver, FILM, GREEN))
    press_play(receiver, FILM)
    receiver.desktop.screenshot("media-2-film")
    wait_for("silence", heard.silent)
    stays("it pauses", lambda: shows(receiver, FILM, GREEN) and heard.silent(), 1)
    press_play(receiver, FILM)
    wait_for("its end", lambda: shows(receiver, FILM, RED))
    assert heard.loudest() > 3000, "nothing was heard"
    heard.end()


def speaks(helper, receiver, home):
    tone = home / "tone.wav"
    make(helper.desktop, "-f", "lavfi", "-i", "sine=frequency=440:duration=60", str(tone))
    receiver.raise_window()
    receiver.click("Speak a voice message", "push button")
    receiver.wait(f"Speak now: a voice message to {HELPER}")
    voice = receiver.desktop.start(["paplay", "--device=quiet", str(tone)])
    receiver.wait(f"0:0{SECONDS}")
    receiver.desktop.screenshot("media-3-speaking")
    receiver.click("Send the voice message", "push button")
    receiver.wait_gone("Speak now: *")
    voice.terminate()
    row(receiver, "Voice message*")
    spoken = wait_for("the recording", lambda: next(iter((home / "Music").glob("Voice message*.ogg")), None))
    helper.raise_window()
    row(helper, "Voice message*would like to give you this file")
    press_in_card(helper, spoken.name)
    row(helper, f"{spoken.name}*Saved on this computer")
    assert (home / "Downloads" / spoken.name).read_bytes() == spoken.read_bytes()
    heard = Heard(helper.desktop)
    press_play(helper, spoken.name)
    wait_for("it to be heard", lambda: heard.loudest() > 1000)
    helper.desktop.screenshot("media-4-heard")
    heard.end()


def discards(receiver, home):
    before = set((home / "Music").iterdir())
    receiver.raise_window()
    receiver.click("Speak a voice message", "push button")
    receiver.wait("0:01")
    receiver.click("Discard the voice message", "push button")
    receiver.wait_gone("Speak now: *")
    assert set((home / "Music").iterdir()) == before


def body(desktop):
    start_sound(desktop)
    helper, receiver = two_windows(desktop)
    sees_picture(helper, receiver, desktop.home)
    no_picture_in_other_files(helper, receiver, desktop.home)
    plays_film(helper, receiver, desktop.home)
    speaks(helper, receiver, desktop.home)
    discards(receiver, desktop.home)


if __name__ == "__main__":
    main(body, SIZE)
