package io.github.tucai;

class PostgresHeldRowsTest extends HeldRowsTest {
    @Override
    String newUrl() {
        return Postgres.freshUrl();
    }
}
