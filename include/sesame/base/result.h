// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sesame/base/assert.h"

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <variant>

namespace sesame {

/// What kind of failure an Error is. Malformed and Refused are for hostile or wrong peer input: count and
/// drop it.
enum class ErrorCode : std::uint8_t {
    Malformed,    ///< bytes that do not parse, or break a stated limit
    Refused,      ///< well-formed, but not allowed
    NotFound,     ///< the named thing does not exist
    Exists,       ///< the named thing exists already
    Expired,      ///< its time is over, or it was used before
    Changed,      ///< it is no longer what was shown
    Unavailable,  ///< no network, no service, no display: may work later
    Full,         ///< disk or quota
    Io,           ///< the operating system refused; detail has its words
    Cancelled,    ///< somebody said stop
};

/// Stable lower-case name of a code ("malformed"), for logs and JSON.
const char* name(ErrorCode code);

/// An expected failure. `detail` is for a log or a developer, never message text, keys or phrases.
struct Error {
    ErrorCode code;
    std::string detail;
};

/// Value or Error, with the member names of std::expected so that it can become that later.
template <typename T>
class [[nodiscard]] Result {
  public:
    Result(T value) : state_(std::in_place_index<0>, std::move(value)) {}
    Result(Error error) : state_(std::in_place_index<1>, std::move(error)) {}

    bool has_value() const { return state_.index() == 0; }
    explicit operator bool() const { return has_value(); }

    T& value() & { return check(), std::get<0>(state_); }
    const T& value() const& { return check(), std::get<0>(state_); }
    T&& value() && { return check(), std::get<0>(std::move(state_)); }
    T& operator*() & { return value(); }
    const T& operator*() const& { return value(); }
    T&& operator*() && { return std::move(*this).value(); }
    T* operator->() { return &value(); }
    const T* operator->() const { return &value(); }

    const Error& error() const {
        SESAME_ASSERT(!has_value());
        return std::get<1>(state_);
    }

  private:
    void check() const { SESAME_ASSERT(has_value()); }
    std::variant<T, Error> state_;
};

template <>
class [[nodiscard]] Result<void> {
  public:
    Result() = default;
    Result(Error error) : error_(std::move(error)) {}
    bool has_value() const { return !error_; }
    explicit operator bool() const { return has_value(); }
    const Error& error() const {
        SESAME_ASSERT(error_.has_value());
        return *error_;
    }

  private:
    std::optional<Error> error_;
};

using Status = Result<void>;

}  // namespace sesame

#define SESAME_CONCAT_INNER(a, b) a##b
#define SESAME_CONCAT(a, b) SESAME_CONCAT_INNER(a, b)

/// Evaluates an expression that yields a Result and returns its Error from the enclosing function, if it is
/// one.
#define SESAME_TRY(expression)                                           \
    do {                                                                 \
        if (auto sesameResult = (expression); !sesameResult.has_value()) \
            return sesameResult.error();                                 \
    } while (false)

/// SESAME_TRY_ASSIGN(auto x, f()) declares x from f()'s value, or returns f()'s Error.
#define SESAME_TRY_ASSIGN(declaration, expression)             \
    auto SESAME_CONCAT(sesameResult, __LINE__) = (expression); \
    if (!SESAME_CONCAT(sesameResult, __LINE__).has_value())    \
        return SESAME_CONCAT(sesameResult, __LINE__).error();  \
    declaration = *std::move(SESAME_CONCAT(sesameResult, __LINE__))  // NOLINT(bugprone-macro-parentheses)
