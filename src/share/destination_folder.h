// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "share/partial_folder.h"

#include "sesame/share/destination.h"

#include <memory>

namespace sesame::share {

/// Files arrive below a folder of this person. Partials are in a hidden folder of it.
class DestinationFolder final : public Arrivals {
  public:
    static Result<std::unique_ptr<DestinationFolder>> open(const Destination& destination);

    Result<Place> place(const OfferedFile& file) override;
    Status makeFolder(const std::string& path) override;
    Result<Descriptor> openPartial(const OfferedFile& file) override;
    void dropPartial(const OfferedFile& file) override;
    std::vector<Result<std::string>> keep(std::span<const OfferedFile> files) override;
    void finish() override;

  private:
    DestinationFolder(Destination destination, Descriptor root, PartialFolder partials)
        : destination_(std::move(destination)), root_(std::move(root)), partials_(std::move(partials)) {}
    bool hasArrived(const OfferedFile& file, const std::string& saved) const;
    Result<Descriptor> openFolder(const std::string& saved) const;
    Result<std::string> moveIn(const std::string& partial, const std::string& saved) const;

    Destination destination_;
    Descriptor root_;
    PartialFolder partials_;
};

}  // namespace sesame::share
