package io.github.tucai;

class PostgresBooksProperties extends BooksProperties {
    @Override
    String newUrl() {
        return Postgres.freshUrl();
    }
}
