package io.github.tucai;

class PostgresRowsTest extends RowsTest {
    @Override
    String newUrl() {
        return Postgres.freshUrl();
    }
}
