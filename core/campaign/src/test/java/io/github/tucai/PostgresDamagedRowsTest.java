package io.github.tucai;

class PostgresDamagedRowsTest extends DamagedRowsTest {
    @Override
    String newUrl() {
        return Postgres.freshUrl();
    }
}
