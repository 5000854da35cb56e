package io.github.tucai;

class PostgresProtectionTest extends ProtectionTest {
    @Override
    String newUrl() {
        return Postgres.freshUrl();
    }
}
