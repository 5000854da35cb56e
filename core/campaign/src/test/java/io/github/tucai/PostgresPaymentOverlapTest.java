package io.github.tucai;

class PostgresPaymentOverlapTest extends PaymentOverlapTest {
    @Override
    String newUrl() {
        return Postgres.freshUrl();
    }
}
