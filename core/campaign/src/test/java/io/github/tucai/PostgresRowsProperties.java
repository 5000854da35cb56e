package io.github.tucai;

class PostgresRowsProperties extends RowsProperties {
    @Override
    String newUrl() {
        return Postgres.freshUrl();
    }
}
