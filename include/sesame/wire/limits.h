// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>

/// The numbers both ends of a connection agree on. docs/protocol.md explains each.
namespace sesame::wire {

inline constexpr std::uint32_t kProtocolVersion = 1;
/// One WebSocket message, before anything is allocated for it.
inline constexpr std::size_t kMaxFrameBytes = 64 * 1024;
/// A sealed envelope inside a frame: the frame less room for addresses and tags.
inline constexpr std::size_t kMaxSealedBytes = 48 * 1024;
/// UTF-8 bytes of one chat message.
inline constexpr std::size_t kMaxTextBytes = 16 * 1024;
inline constexpr std::size_t kMaxHandleBytes = 32;
inline constexpr std::size_t kMaxNameBytes = 128;
/// Mails in one frame, either way.
inline constexpr std::size_t kMaxMailsPerFrame = 128;
inline constexpr std::size_t kMaxOneTimePrekeys = 100;
inline constexpr std::size_t kMaxSpoolMessages = 10'000;
inline constexpr std::size_t kMaxSpoolBytes = 200 * 1024 * 1024;
inline constexpr std::size_t kMaxUnauthenticatedBytes = 64 * 1024;
inline constexpr int kAuthenticationSeconds = 10;

}  // namespace sesame::wire
