// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sesame/share/quarantine.h"

#include "share/beneath.h"
#include "share/destination_folder.h"
#include "share/quarantine_store.h"

#include "sesame/base/bytes.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace sesame::share {
namespace {

constexpr std::size_t kCopyBytes = 1024UL * 1024;

Status copy(const Descriptor& from, const Descriptor& to) {
    Bytes buffer(kCopyBytes);
    while (true) {
        const ssize_t got = ::read(from.get(), buffer.data(), buffer.size());
        if (got <= 0)
            return got == 0 ? Status() : diskError();
        for (ssize_t done = 0; done < got;) {
            const ssize_t written =
                ::write(to.get(), buffer.data() + done, static_cast<std::size_t>(got - done));
            if (written < 0)
                return diskError();
            done += written;
        }
    }
}

Status copyTo(Arrivals& destination, const OfferedFile& file, const Descriptor& content) {
    SESAME_TRY(destination.place(file));
    SESAME_TRY_ASSIGN(const auto partial, destination.openPartial(file));
    if (::ftruncate(partial.get(), 0) != 0)
        return diskError();
    return copy(content, partial);
}

}  // namespace

/// The files of one put on their way in.
class Quarantine::Put final : public Arrivals {
  public:
    Put(Store& store, std::string from, std::string put, std::weak_ptr<const void> share)
        : store_(store),
          from_(std::move(from)),
          label_(std::move(put) + '/' + from_),
          share_(std::move(share)) {}
    ~Put() override { Put::pause(); }
    Put(const Put&) = delete;
    Put& operator=(const Put&) = delete;

    Result<Place> place(const OfferedFile& file) override {
        const std::string id = idOf(file);
        if (!store_.holds().take(id, this))
            return Error{ErrorCode::Unavailable, "on its way already"};
        if (store_.has(id)) {
            store_.holds().letGo(id, this);
            return Place{true, 0};
        }
        SESAME_TRY(store_.charge(id, file.size));
        const std::uint64_t there = store_.partials().size(id).value_or(0);
        return Place{false, there <= file.size ? there : 0};
    }

    // The way to a file is kept with it; folders are nothing to keep.
    Status makeFolder(const std::string&) override { return {}; }

    Result<Descriptor> openPartial(const OfferedFile& file) override {
        return store_.partials().openFile(idOf(file));
    }

    void dropPartial(const OfferedFile& file) override {
        if (const std::string id = idOf(file); store_.holds().isHeldBy(id, this))
            drop(id);
    }

    std::vector<Result<std::string>> keep(std::span<const OfferedFile> files) override {
        std::vector<Result<std::string>> out;
        std::vector<std::string> ids;
        for (const OfferedFile& file : files) {
            const auto written = store_.write(
                {idOf(file), file.path, file.size, file.modifiedMs, store_.clock().wallMs(), from_});
            ids.push_back(idOf(file));
            out.push_back(written ? Result<std::string>(ids.back()) : written.error());
        }
        Status disk = store_.partials().sync(ids);
        for (std::size_t i = 0; i < ids.size() && disk; ++i)
            if (out[i])
                if (const auto moved = store_.partials().moveTo(ids[i], store_.folder(), ids[i]); !moved)
                    out[i] = moved.error();
        if (disk && ::syncfs(store_.folder().get()) != 0)
            disk = diskError();
        if (!disk)
            return std::vector<Result<std::string>>(files.size(), disk.error());
        for (std::size_t i = 0; i < ids.size(); ++i)
            if (out[i])
                store_.holds().letGo(ids[i], this);
        return out;
    }

    void pause() override {
        for (const std::string& id : store_.holds().heldBy(this)) {
            store_.leave(id, share_);
            store_.holds().letGo(id, this);
        }
    }

    void finish() override {
        for (const std::string& id : store_.holds().heldBy(this))
            drop(id);
    }

  private:
    void drop(const std::string& id) {
        store_.dropPartial(id);
        store_.holds().letGo(id, this);
    }
    std::string idOf(const OfferedFile& file) const { return PartialFolder::nameOf(label_, file); }

    Store& store_;
    std::string from_;
    std::string label_;
    std::weak_ptr<const void> share_;
};

Quarantine::Quarantine(std::unique_ptr<Store> store) : store_(std::move(store)) {
}
Quarantine::~Quarantine() = default;

Result<std::unique_ptr<Quarantine>> Quarantine::open(const std::string& folder, QuarantineLimits limits,
                                                     const Clock& clock) {
    SESAME_TRY_ASSIGN(auto store, Store::open(folder, limits, clock));
    return std::unique_ptr<Quarantine>(new Quarantine(std::move(store)));
}

std::vector<QuarantinedFile> Quarantine::files() const {
    return store_->files();
}

Result<QuarantinedFile> Quarantine::file(const std::string& id) const {
    return store_->describe(id);
}

Result<std::string> Quarantine::release(const std::string& id, const std::string& folder) {
    SESAME_TRY_ASSIGN(const auto file, store_->describe(id));
    SESAME_TRY_ASSIGN(const auto content, openBeneath(store_->folder(), id, O_RDONLY));
    SESAME_TRY_ASSIGN(const auto destination, DestinationFolder::open({folder, false}));
    const OfferedFile offered{file.path.substr(file.path.rfind('/') + 1), file.size, file.modifiedMs, 0};
    Result<std::string> path = std::string();
    if (const auto copied = copyTo(*destination, offered, content); copied)
        path = destination->keep(std::span(&offered, 1)).front();
    else
        path = copied.error();
    if (path)
        store_->remove(id);
    destination->finish();
    return path;
}

void Quarantine::discard(const std::string& id) {
    store_->remove(id);
}

std::unique_ptr<Arrivals> Quarantine::arrivals(std::string from, std::string put,
                                               std::weak_ptr<const void> share) {
    return std::make_unique<Put>(*store_, std::move(from), std::move(put), std::move(share));
}

}  // namespace sesame::share
