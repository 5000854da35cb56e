package io.github.tucai;

class PostgresResendTest extends ResendTest {
    @Override
    String newUrl() {
        return Postgres.freshUrl();
    }
}
