package io.github.tucai;

class PostgresClosingTest extends ClosingTest {
    @Override
    String newUrl() {
        return Postgres.freshUrl();
    }
}
