// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/fake_clock.h"

#include "sesame/desktop/installed_programs.h"
#include "sesame/desktop/launcher.h"
#include "sesame/desktop/windows.h"
#include "sesame/execute/remote_port.h"
#include "sesame/execute/settings_port.h"
#include "sesame/execute/share_port.h"

#include <unistd.h>

#include <condition_variable>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <set>

namespace sesame::test {

/// A menu as the test wants it.
class FakePrograms final : public desktop::InstalledPrograms {
  public:
    std::vector<desktop::InstalledProgram> find(const std::string& said) const override {
        std::vector<desktop::InstalledProgram> out;
        for (const auto& program : programs)
            if (program.name == said || program.id == said)
                out.push_back(program);
        return out;
    }
    Result<desktop::InstalledProgram> byFile(const std::string& file) const override {
        for (const auto& program : programs)
            if (program.file == file)
                return program;
        return Error{ErrorCode::NotFound, "no such entry"};
    }
    Result<desktop::InstalledProgram> defaultFor(const std::string& path) const override {
        if (onDefaultFor)
            onDefaultFor(path);
        for (const auto& program : programs)
            if (program.id == defaultId)
                return program;
        return Error{ErrorCode::NotFound, "no application"};
    }

    std::vector<desktop::InstalledProgram> programs;
    std::string defaultId;
    std::function<void(const std::string&)> onDefaultFor;
};

/// Windows that come and go as told. Waiting lets the clock run.
class FakeWindows final : public desktop::Windows {
  public:
    explicit FakeWindows(FakeClock& clock) : clock_(clock) {}
    std::vector<Window> list() const override { return windows; }
    Status activate(const Window& window) override {
        if (refuses)
            return Error{ErrorCode::Unavailable, "refused"};
        activated.push_back(window.id);
        return {};
    }
    Status waitForChange(int timeOutMs) override {
        ++waits;
        clock_.advance(timeOutMs);
        if (onWait)
            onWait();
        return {};
    }

    std::vector<Window> windows;
    std::vector<std::uint32_t> activated;
    bool refuses = false;
    int waits = 0;
    std::function<void()> onWait;

  private:
    FakeClock& clock_;
};

/// The window in front, as another thread sees it. Thread-safe.
class FakeFront {
  public:
    void set(std::optional<desktop::Windows::Window> window) {
        const std::lock_guard lock(state_->mutex);
        state_->active = std::move(window);
        state_->changed.notify_all();
    }
    std::unique_ptr<desktop::Windows> open() const { return std::make_unique<Seen>(state_); }

  private:
    struct State {
        std::mutex mutex;
        std::condition_variable changed;
        std::optional<desktop::Windows::Window> active;
    };
    class Seen final : public desktop::Windows {
      public:
        explicit Seen(std::shared_ptr<State> state) : state_(std::move(state)) {}
        std::vector<Window> list() const override { return {}; }
        std::optional<Window> active() const override {
            const std::lock_guard lock(state_->mutex);
            known_ = state_->active;
            return known_;
        }
        Status activate(const Window&) override { return {}; }
        Status waitForChange(int timeOutMs) override {
            std::unique_lock lock(state_->mutex);
            state_->changed.wait_for(lock, std::chrono::milliseconds(timeOutMs), [&] {
                return state_->active.has_value() != known_.has_value() ||
                       (known_ && state_->active->title != known_->title);
            });
            return {};
        }

      private:
        std::shared_ptr<State> state_;
        mutable std::optional<Window> known_;
    };
    std::shared_ptr<State> state_ = std::make_shared<State>();
};

/// Notes what would have been started.
class FakeLauncher final : public desktop::Launcher {
  public:
    Result<int> start(const std::vector<std::string>& argv) override {
        if (failure)
            return *failure;
        started.push_back(argv);
        return kPid;
    }

    static constexpr int kPid = 0x3FFFFFF;  // beyond any real process
    std::vector<std::vector<std::string>> started;
    std::optional<Error> failure;
};

/// The client's settings as a map.
class FakeSettings final : public execute::SettingsPort {
  public:
    Result<std::string> value(const std::string& key) const override {
        const auto found = values.find(key);
        if (found == values.end())
            return Error{ErrorCode::NotFound, "no such setting"};
        return found->second;
    }
    Status set(const std::string& key, const std::string& newValue) override {
        values[key] = newValue;
        ++changes;
        return {};
    }
    Status showPage(const std::string& page) override {
        pages.push_back(page);
        return {};
    }

    std::map<std::string, std::string> values = {{"text-size", "normal"},
                                                 {"language", "system"},
                                                 {"notification-sound", "on"},
                                                 {"hub-address", "hub"}};
    std::vector<std::string> pages;
    int changes = 0;
};

/// Notes which help sessions would have begun, and uses up their grants.
class FakeRemote final : public execute::RemotePort {
  public:
    explicit FakeRemote(const Clock& clock) : clock_(clock) {}
    Result<std::string> screen() const override { return size; }
    Status begin(const consent::Grant& grant) override {
        if (!grant.use(clock_))
            return Error{ErrorCode::Expired, "used"};
        const std::lock_guard lock(mutex_);
        begun.push_back(std::get<trigger::RemoteControl>(grant.scope().command));
        return {};
    }

    Status passClipboard(const consent::Grant& grant) override {
        if (!grant.use(clock_))
            return Error{ErrorCode::Expired, "used"};
        passed.push_back(grant.scope().target.reference);
        return {};
    }

    Result<std::string> size = std::string("640×480");
    std::vector<trigger::RemoteControl> begun;
    std::vector<std::string> passed;

  private:
    const Clock& clock_;
    std::mutex mutex_;
};

/// Finds what is on disk, notes which shares would have begun, and uses up their grants.
class FakeShare final : public execute::SharePort {
  public:
    explicit FakeShare(const Clock& clock) : clock_(clock) {}
    Result<consent::ResolvedTarget> find(const std::string& path) const override {
        if (::access(path.c_str(), F_OK) != 0)
            return Error{ErrorCode::NotFound, "no such file"};
        if (refused.contains(path))
            return Error{ErrorCode::Refused, "never shared"};
        return consent::ResolvedTarget{path, path, "object"};
    }
    Status begin(const consent::Grant& grant) override {
        const consent::ResolvedTarget& shown = grant.scope().target;
        if (!grant.use(clock_))
            return Error{ErrorCode::Expired, "used"};
        if (const auto now = find(shown.reference); !now || *now != shown)
            return Error{ErrorCode::Changed, "another one"};
        begun.push_back(shown.reference);
        return {};
    }

    std::set<std::string> refused;
    std::vector<std::string> begun;

  private:
    const Clock& clock_;
};

}  // namespace sesame::test
