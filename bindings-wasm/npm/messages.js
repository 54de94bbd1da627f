// Written from the table of error codes by tests/schema.rs.

export const MESSAGES = {
  "bad_slice": {
    "help": {
      "en": "load the text `compiled` of what `publish` answers",
      "vi": "nạp văn bản compiled mà publish trả về"
    },
    "text": {
      "en": "this is not a compiled slice",
      "vi": "đây không phải phần công bố đã biên dịch"
    }
  },
  "date_object": {
    "help": {
      "en": "write RFC 3339 text, such as 2026-01-08T09:00:00+07:00",
      "vi": "viết chuỗi RFC 3339, ví dụ 2026-01-08T09:00:00+07:00"
    },
    "text": {
      "en": "a Date has no zone",
      "vi": "đối tượng Date không có múi giờ"
    }
  },
  "not_json": {
    "help": {
      "en": "use text, finite numbers, booleans, null, arrays and plain objects",
      "vi": "chỉ dùng chuỗi, số hữu hạn, true, false, null, mảng và đối tượng thường"
    },
    "text": {
      "en": "{found} cannot be written as JSON",
      "vi": "JSON không viết được {found}"
    }
  },
  "number_too_large": {
    "help": {
      "en": "write a number of at most ±9223372036854775807, with at most 18 digits after the point",
      "vi": "viết số có trị tuyệt đối không quá 9223372036854775807, và không quá 18 chữ số sau dấu thập phân"
    },
    "text": {
      "en": "the number {value} is too large, or too fine, to be held exactly",
      "vi": "số {value} quá lớn hoặc quá chi tiết nên không biểu diễn chính xác được"
    }
  },
  "too_deep": {
    "help": {
      "en": "flatten the data",
      "vi": "làm phẳng dữ liệu"
    },
    "text": {
      "en": "nested more than {limit} levels deep",
      "vi": "lồng nhau quá {limit} tầng"
    }
  }
};
