package io.github.tucai.school;

import java.util.Objects;

/**
 * Whom to call (N6). An office's own contact data, meant to be shown.
 *
 * @param name of the person or desk, 1 to 32 characters
 * @param phone as dialled, up to 32 characters
 * @param email may be empty
 */
public record Contact(String name, String phone, String email) {
    public Contact {
        if (name.isBlank() || name.length() > 32) {
            throw new IllegalArgumentException("contact name must have 1 to 32 characters, got " + name.length());
        }
        if (phone.isBlank() || phone.length() > 32) {
            throw new IllegalArgumentException("contact phone must have 1 to 32 characters, got " + phone.length());
        }
        Objects.requireNonNull(email, "email");
    }

    /** Name and phone in one line. */
    public String line() {
        return name + " " + phone;
    }
}
