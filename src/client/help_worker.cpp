// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/help_worker.h"

#include "client/qt_text.h"

namespace sesame::client {

HelpWorker::HelpWorker(const Environment& environment, ClientSettings& settings, Events& events,
                       execute::RemotePort& remote, execute::SharePort& share, std::string ownData)
    : environment_(environment),
      settings_(settings),
      bridge_(settings, events),
      remote_(remote),
      share_(share),
      ownData_(std::move(ownData)) {
    pool_.setMaxThreadCount(1);  // executors and the window system are for one thread at a time
    pool_.setExpiryTimeout(-1);
}

HelpWorker::~HelpWorker() {
    stop_.request_stop();
    pool_.waitForDone();
}

std::shared_ptr<execute::Dispatcher> HelpWorker::dispatcher() {
    std::vector<std::string> places;
    for (const QString& place : settings_.allowedPlaces())
        places.push_back(toStd(place));
    return std::make_shared<execute::Dispatcher>(execute::Machine{environment_.clock,
                                                                  environment_.programs,
                                                                  environment_.windows,
                                                                  environment_.launcher,
                                                                  bridge_,
                                                                  remote_,
                                                                  share_,
                                                                  std::move(places),
                                                                  {ownData_}});
}

void HelpWorker::resolve(const trigger::Command& command, Resolved resolved) {
    pool_.start(
        [this, command, resolved = std::move(resolved), executor = dispatcher(), stop = stop_.get_token()] {
            auto resolution = executor->resolve(command, stop);
            QMetaObject::invokeMethod(
                this, [resolved, resolution = std::move(resolution)] { resolved(resolution); },
                Qt::QueuedConnection);
        });
}

// The one place in the client that runs anything (M8).
void HelpWorker::execute(const consent::Grant& granted, Done done) {
    pool_.start([this, granted, done = std::move(done), executor = dispatcher(), stop = stop_.get_token()] {
        auto outcome = executor->run(granted, stop);
        QMetaObject::invokeMethod(
            this, [done, outcome = std::move(outcome)] { done(outcome); }, Qt::QueuedConnection);
    });
}

}  // namespace sesame::client
