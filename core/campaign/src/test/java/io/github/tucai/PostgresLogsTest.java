package io.github.tucai;

class PostgresLogsTest extends LogsTest {
    @Override
    String newUrl() {
        return Postgres.freshUrl();
    }
}
