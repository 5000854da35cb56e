package io.github.tucai;

class PostgresPaymentTest extends PaymentTest {
    @Override
    String newUrl() {
        return Postgres.freshUrl();
    }
}
