package io.github.tucai.payment;

import java.util.regex.Pattern;

/**
 * The designated account, the only one schools pay to (N3.3).
 *
 * @param name of the holder, an organisation, 2 to 64 characters
 * @param bank the branch, 2 to 64 characters
 * @param number 8 to 32 digits
 * @param bankCode 12 digits (联行号)
 */
public record PaymentAccount(String name, String bank, String number, String bankCode) {
    private static final Pattern NUMBER = Pattern.compile("\\d{8,32}");
    private static final Pattern BANK_CODE = Pattern.compile("\\d{12}");

    public PaymentAccount {
        label(name, "account name");
        label(bank, "bank");
        if (!NUMBER.matcher(number).matches()) {
            throw new IllegalArgumentException(
                    "account number must be 8 to 32 digits, got " + number.length() + " characters");
        }
        if (!BANK_CODE.matcher(bankCode).matches()) {
            throw new IllegalArgumentException("bank code must be 12 digits, got " + bankCode.length() + " characters");
        }
    }

    private static void label(String text, String what) {
        if (text.isBlank() || text.length() < 2 || text.length() > 64) {
            throw new IllegalArgumentException(what + " must have 2 to 64 characters, got " + text.length());
        }
    }
}
