// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "share/partial_folder.h"
#include "share/partial_holds.h"

#include "sesame/share/destination.h"

#include <memory>
#include <set>

namespace sesame::share {

/// Files arrive below a folder of this person. Partials are in a hidden folder of it.
class DestinationFolder final : public Arrivals {
  public:
    static Result<std::unique_ptr<DestinationFolder>> open(const Destination& destination);
    ~DestinationFolder() override;
    DestinationFolder(const DestinationFolder&) = delete;
    DestinationFolder& operator=(const DestinationFolder&) = delete;

    /// Another try of the same transfer: what that one has left in part is this one's to finish.
    void takeOver(const DestinationFolder& before) { left_ = before.left_; }

    Result<Place> place(const OfferedFile& file) override;
    Status makeFolder(const std::string& path) override;
    Result<Descriptor> openPartial(const OfferedFile& file) override;
    void dropPartial(const OfferedFile& file) override;
    std::vector<Result<std::string>> keep(std::span<const OfferedFile> files) override;
    void pause() override;
    void finish() override;

  private:
    DestinationFolder(Destination destination, Descriptor root, PartialFolder partials);
    /// A partial of this folder, among those of all folders.
    std::string holdOf(const std::string& partial) const { return holdPrefix_ + partial; }
    std::vector<std::string> held() const;
    bool hasArrived(const OfferedFile& file, const std::string& saved) const;
    Result<Descriptor> openFolder(const std::string& saved) const;
    Result<std::string> moveIn(const std::string& partial, const std::string& saved) const;

    Destination destination_;
    Descriptor root_;
    PartialFolder partials_;
    std::string holdPrefix_;
    std::set<std::string> left_;  ///< partials of earlier connections
};

}  // namespace sesame::share
