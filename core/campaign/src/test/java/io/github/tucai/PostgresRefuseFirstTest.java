package io.github.tucai;

class PostgresRefuseFirstTest extends RefuseFirstTest {
    @Override
    String newUrl() {
        return Postgres.freshUrl();
    }
}
