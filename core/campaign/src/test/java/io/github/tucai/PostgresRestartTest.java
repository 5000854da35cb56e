package io.github.tucai;

class PostgresRestartTest extends RestartTest {
    @Override
    String newUrl() {
        return Postgres.freshUrl();
    }
}
