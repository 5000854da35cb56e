package io.github.tucai.payment;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class PaymentAccountTest {
    @Test
    void refusesABankCodeThatHasNotTwelveDigits() {
        assertThatThrownBy(() -> new PaymentAccount("中心", "示例银行", "1234567890", "12345678901"))
                .hasMessageContaining("12 digits");
    }

    @Test
    void refusesAnAccountNumberWithLetters() {
        assertThatThrownBy(() -> new PaymentAccount("中心", "示例银行", "12345678X", "123456789012"))
                .hasMessageContaining("8 to 32 digits");
    }

    @Test
    void refusesAnAccountWithoutAHolder() {
        assertThatThrownBy(() -> new PaymentAccount(" ", "示例银行", "1234567890", "123456789012"))
                .hasMessageContaining("account name");
    }

    @Test
    void refusesAPaymentOfNothing() {
        assertThatThrownBy(() -> new Payment(Fee.ZERO, "r")).hasMessageContaining("more than nothing");
    }
}
